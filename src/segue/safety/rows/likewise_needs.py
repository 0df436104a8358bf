"""Stems of the dangers that are told of somebody else, by language and kind: few texts have one and a "me too"."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_DEED_EN = (
    "kill hang drown shoot stab poison sacrific unaliv off_h off_it off_my off_the kms end_it end_h end_the take_h "
    "take_it take_the suicid overdos jump walk_into"
)
_DEED_ES = (
    "suicid matar ahorc la_vida con_todo su_vida su_propia las_venas tirar saltar lanzar arrojar un_tiro desvivirse"
)
_DEED_FR = "suicid tuer pendre en_l'air jeter une_balle noyer defenestr mettre_fin en_finir sauter la_vie les_veines"
_DEED_DE = (
    "umbring das_leben erhang erhaeng aufhang aufhaeng erschiess ertrank ertraenk werfen schmeissen pulsader "
    "selbstmord suizid ein_ende spring sturzen stuerzen selbst_tot selbst_toe sich_tot sich_toe toten toeten"
)
_DEED_PT = "matar suicid enforc jogar atirar a_propria sua_vida a_vida com_tudo a_tudo pular saltar os_pulsos"

NEEDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "overdose_under_way": "pills tablets meds medication medicine overdose painkillers",
            "intent": f"{_DEED_EN} death",
            "ideation": f"{_DEED_EN} die dying dead death exist alive be_here being_here wake_up forever living "
            "to_live "
            "wanna_live dont_live ending ends_ walks_into go_on never_born out_of_h",
            "passive": "tired_of sick_of no_reason no_point no_will will_to_live cant_go_on better_off die_tonight",
            "self_injury": "cuts cutting burns harm hurts wants_to_cut wants_to_hurt wants_to_burn",
            "eating_disorder": "throws_up throwing_up throw_up sick vomit puke starv",
            "psychosis": "voices",
            "abuse": "hit beat rape touch molest abus hurt choke slap",
            "harm_to_others": "to_kill to_murder to_stab to_shoot to_strangle to_poison",
        },
        "es": {
            "overdose_under_way": "pastillas pastis medicamentos frasco remedios comprimidos",
            "intent": f"{_DEED_ES} quitar",
            "ideation": f"{_DEED_ES} morir muert desaparecer existir despertar vivir se_mata se_quita seguir",
            "passive": "de_vivir la_vida su_vida existir ganas motivo",
            "self_injury": "se_corta autolesion se_quema lastim se_hace cortarse hacerse",
            "eating_disorder": "vomit",
            "psychosis": "voces",
            "abuse": "pega golpea maltrata viola violo toca abusa ahorca ahorco",
            "harm_to_others": "matar",
        },
        "fr": {
            "overdose_under_way": "cachets comprimes medicaments pilules medocs",
            "intent": _DEED_FR,
            "ideation": f"{_DEED_FR} mourir crever etre_mort disparaitre exister vivre reveiller etre_la "
            "etre_en se_tue "
            "se_pend se_jette fin_a_ses la_mort noires",
            "passive": "de_vivre vivre la_vie exister sens_a",
            "self_injury": "scarifi mutil taillad coupe couper brule fait_mal fait_du faire_du fait_des",
            "eating_disorder": "vomi",
            "psychosis": "voix",
            "abuse": "frappe bat viole touche maltrait agress etrangl abuse",
            "harm_to_others": "tuer",
        },
        "de": {
            "overdose_under_way": "tabletten pillen medikamente",
            "intent": f"{_DEED_DE} bringt_sich",
            "ideation": f"{_DEED_DE} sterbe tot_sein nicht_mehr nie_mehr lebensmud lebensmued den_tod",
            "passive": "lust_mehr leben_satt lebens_mu mude_vom mude_zu mude_ lebenswillen keinen_grund sinn_mehr "
            "nacht_sterben",
            "self_injury": "ritz schneid verletz verbrennt antun",
            "eating_disorder": "kotzt erbricht ubergibt uebergibt hungert",
            "psychosis": "stimmen",
            "abuse": "schlagt schlaegt verprug verprueg misshandel missbrauch vergewaltig wurgt wuergt fasst "
            "geschlagen",
            "harm_to_others": "umbringen toten toeten abstechen erschiessen ermorden",
        },
        "pt": {
            "overdose_under_way": "comprimidos remedios pilulas medicamentos",
            "intent": _DEED_PT,
            "ideation": f"{_DEED_PT} morrer morte estar_mort desaparecer sumir existir acordar viver se_mata mata_se "
            "estar_aqui estar_viv continuar",
            "passive": "viver vida existir",
            "self_injury": "se_corta corta_se automutil machuca queima cortar magoar",
            "eating_disorder": "vomit",
            "psychosis": "vozes",
            "abuse": "bate abusa toca estupr agride viola maltrat estrangul espancad",
            "harm_to_others": "matar",
        },
    }
)
"""In the notation of `Rule.needs`."""
