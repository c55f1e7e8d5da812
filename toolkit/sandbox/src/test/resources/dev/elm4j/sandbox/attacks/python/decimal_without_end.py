# tries: a division to a billion digits, within one instruction
# honest: TIMEOUT, MEMORY_LIMIT
# cpu: 300
import decimal


def run(bait):
    decimal.getcontext().prec = 200000000
    return str(decimal.Decimal(1) / decimal.Decimal(7))[:5]
