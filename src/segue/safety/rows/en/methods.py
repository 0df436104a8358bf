"""What people ask in English when they look for a way to die, however harmless it is made to sound."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import PILLS
from segue.safety.rules import Rule, either

_S = Category.SUICIDE
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_MEDICINE = rf"(?:{PILLS}|medicine|prescription|melatonin|bottle of (?:{PILLS})|whole bottle|blood pressure pills)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "method_seeking.whole_supply",
        _S,
        _HIGH,
        "en",
        "destroy_my_liv destroy_your_liv how_many make_me_never make_me_not make_my_h make_your_h never_wak "
        "not_wak out_for_g put_me_to shut_down_my shut_down_the shut_down_your stop_a_h stop_br stop_my_h "
        "stop_someones_h stop_the_h stop_your_h to_sleep_f what_happens what_if what_will_happen "
        "what_would_happen",
        either(
            r"what (?:would happen|happens|will happen|if)(?: if)? (?:i|you|someone|a person|"
            r"somebody) (?:just )?(?:take|took|takes|swallow|swallowed|swallows|mix|mixed|drink|drank) (?:all (?:of )?|"
            r"the |my |a |an ){1,3}(?:whole |entire |full |rest of (?:the|"
            rf"my) )?(?:\w{{3,14}} )?{_MEDICINE}(?: at once| at the same time| together| with alcohol| in one go)?",
            r"(?:what|which|how (?:much|big a)) (?:dose|dosage|amount|quantity|number|combination)?(?: "
            r"\w{2,14}){0,4} (?:would|will|could|to|can|does it take to) (?:stop (?:my|your|a|the|someone's) heart|"
            r"put me to sleep (?:forever|for good|permanently)|make me (?:not|never) wake up|shut down (?:my|your|"
            r"the) (?:liver|organs|body)|make (?:my|your) heart stop|destroy (?:my|your) liver)",
            rf"(?:can|could|will|would|does|do) (?:\w{{3,14}} )?{_MEDICINE}(?: (?:and|with|plus) (?:alcohol|vodka|wine|"
            r"whiskey|\w{3,12}))? (?:stop (?:my|your) heart|make (?:me|you) (?:stop breathing|not wake up|"
            r"never wake up)|put (?:me|you) (?:to sleep forever|out for good))",
            rf"how many (?:of )?(?:my |the |these )?(?:\w{{3,14}} )?{_MEDICINE} (?:would|will|does|do|until|before|"
            r"till|to|should) (?:it take|i need|you need|i take|i pass out|i fall asleep for good|i don't wake|"
            r"not wake|never wake|be fatal|stop my heart|be my last)",
        ),
    ),
    Rule(
        "method_seeking.place",
        _S,
        _HIGH,
        "en",
        "be_fatal be_instant be_quick bridge building cliff die_fatal die_instant die_quick high_en how_far "
        "how_high how_many_feet how_many_floors how_many_meters how_many_metres how_many_storeys how_many_stories "
        "how_tall overpas tall_bui tall_en to_bleed_out to_bleed_to_death to_die train wrist",
        either(
            r"(?:which|what|where is|is there|any) (?:a |the )?(?:bridge|building|cliff|roof|overpass|floor|"
            r"tower)s?(?: \w{2,10}){0,4} (?:is |are )?(?:high|tall) enough(?! for (?:boats|ships|trucks|the (?:view|"
            r"antenna)))",
            r"(?:which|what) (?:bridge|building|cliff|tall building|overpass)s?(?: \w{2,10}){0,3} (?:no (?:fence|"
            r"barrier|railing|net)|to jump|doesn't have (?:a )?(?:fence|barrier|net)|without (?:a )?(?:fence|barrier|"
            r"railing|net))",
            r"how (?:high|far|tall|many (?:floors|stories|storeys|metres|meters|feet))(?: \w{2,10}){0,4} (?:fall|"
            r"drop|jump)(?: \w{2,10}){0,3} (?:fatal|deadly|die|dead|not survive|no chance)",
            r"(?:what time|when|how fast|how often) (?:do|does|is|are) (?:the )?(?:next |last |fast |express |"
            r"freight )?trains?(?: \w{2,10}){0,4} (?:without stopping|don't stop|hit me|and jump|so i can jump|kill)",
            r"(?:where|at what spot|which (?:vein|artery|part))(?: \w{2,10}){0,5} (?:to )?(?:cut|slice|shoot|aim)(?: "
            r"\w{2,10}){0,4} (?:to (?:die|bleed out|bleed to death)|(?:be|die) (?:instant|quick|fatal|instantly|"
            r"quickly)|wrists?)",
        ),
    ),
    Rule(
        "method_seeking.dying",
        _S,
        _HIGH,
        "en",
        "a_suicide_look an_overd bleed_o bleed_t bleeding_o carbon_m cuttin die_at die_in die_pain die_peace "
        "die_quick die_with drown_m drown_y drowni end_my_l exit failure_rate_o fatality_rate_o freeze_t "
        "hang_my hanging how_to_ct it_look jumpin kill_my least_certain least_comfortable least_effective "
        "least_foolproof least_humane least_lethal least_painful least_painless least_peaceful least_reliable "
        "methods most_certain most_comfortable most_effective most_foolproof most_humane most_lethal "
        "most_painful most_painless most_peaceful most_reliable my_death_look my_suicide_look of_dying "
        "of_ending_it of_ending_my_life overdo people_who_w starve_t success_rate_o suffocate_m suffocati "
        "suicide_m suicide_way survival_rate_o to_die to_leave_this_world to_not_be_alive to_off_my_self "
        "to_stop_living to_unalive",
        either(
            r"(?:is|was|would|how|does)(?: it)? (?:be )?(?:quick|fast|slow|painful|painless|peaceful|hurt|scary|"
            r"long)?(?: it)?(?: is| be)? (?:to )?(?:bleed to death|bleed out|drown yourself|drown my ?self|hang my "
            r"?self|starve to death|suffocate my ?self|freeze to death|overdose on \w{3,14})",
            r"how (?:do|can|could|would|should) (?:i|you|someone) make (?:it|my death|a suicide|my suicide) look "
            r"(?:like )?(?:(?:an |a )(?:accident|heart attack|mistake)|natural|accidental)",
            r"(?:does|do|will|would|is) (?:hanging|drowning|an overdose|overdosing|jumping|bleeding out|carbon "
            r"monoxide|suffocation|cutting (?:your|my) (?:wrists?|veins))(?: \w{2,10}){0,2} (?:hurt|painful|painless|"
            r"quick|instant|work|fast|slow|peaceful|fail)",
            r"(?:most|least) (?:painless|painful|peaceful|effective|reliable|humane|certain|lethal|comfortable|"
            r"foolproof) (?:way|method|means|option)s?(?: to (?:go|die|leave|end)| of (?:dying|suicide)|(?= ?(?:$|"
            r"[?])))(?! to (?:\w{3,12} ){0,2}(?:hair|teeth|wax))",
            r"(?:easy|quick|painless|peaceful|fast|good|reliable|foolproof|fail ?proof|guaranteed)(?: and \w{3,12})? "
            r"(?:suicide (?:methods?|ways?)|exit(?: from life)?(?= ?(?:$|[?]))|(?:ways?|methods?) (?:to (?:die|not "
            r"be alive|stop living|leave this world|off my ?self|unalive)|of (?:dying|ending (?:it|my life))))",
            r"(?:how|where) (?:do|can|could|would) (?:i|you|someone)(?: \w{2,10}){0,2} (?:die|kill my ?self|end my "
            r"life|overdose|hang my ?self) (?:without (?:pain|anyone|anybody|my \w{3,10}|suffering|it hurting|"
            r"failing|hurting)|in (?:my|your) sleep|peacefully|quickly|painlessly|at home)",
            r"(?:forums?|sites?|websites?|groups?|discord)(?: \w{2,10}){0,3} (?:for|about|with) (?:suicide methods|"
            r"methods to die|people who want to (?:die|ctb)|how to ctb)",
            r"(?:survival|success|failure|fatality) rate of (?:\w{3,12} ){0,3}(?:hanging|overdose|overdosing|jumping|"
            r"shooting|suicide (?:methods|by))",
        ),
    ),
)
