# tries: an entry point whose value is a coroutine that nobody awaits
# honest: VALID


async def run(bait):
    return "awaited"
