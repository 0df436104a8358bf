"""Show an answer while it is being written."""

import asyncio

import segue


async def main() -> None:
    """Ask one question and print each word as it comes."""
    async with segue.open() as models:
        async for piece in models.chat("Tell me about the harbour at night.", model="scripted:echo"):
            if isinstance(piece, segue.TextDelta):
                print(piece.text, end="", flush=True)
    print()


asyncio.run(main())
