"""Name a model that fails and one that stands in for it, and see who answered and why."""

import asyncio

import segue

SETTINGS = segue.Settings.model_validate(
    {
        "providers": {
            "stage": {
                "type": "scripted",
                "options": {"models": {"away": {"fault": {"kind": "refused"}}, "here": {"text": "The sea is quiet."}}},
            }
        },
        "fallbacks": {"stage:away": ["stage:here"]},
    }
)


async def main() -> None:
    """Ask the model that fails, and print what came of it."""
    async with segue.open(SETTINGS) as models:
        reply = await models.ask("How is the sea?", model="stage:away")
    print(reply.text)
    for attempt in reply.finished.attempts:
        print(f"{attempt.model}: {attempt.reason or 'answered'}")


asyncio.run(main())
