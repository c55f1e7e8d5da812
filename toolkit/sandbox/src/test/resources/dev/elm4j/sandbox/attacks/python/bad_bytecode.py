# tries: instructions that no compiler makes
# honest: CRASH, EXCEPTION, TYPE_ERROR, TIMEOUT, MEMORY_LIMIT
# cpu: 1000
import types


def run(bait):
    code = run.__code__.replace(co_code=bytes(range(256)) * 8, co_stacksize=0)
    types.FunctionType(code, {})(bait)
