# tries: to compile within its run what the compiler cannot bear
# honest: SYNTAX_ERROR, STACK_OVERFLOW, MEMORY_LIMIT, CRASH, VALID, EXCEPTION
import ast
import json


def run(bait):
    done = []
    for text in ("(" * 100000, "-" * 100000 + "1", "[" * 90 + "]" * 90, "f'{" * 200, "x" + ".a" * 90000):
        for act in (compile, ast.literal_eval, json.loads):
            try:
                act(text, "x", "eval") if act is compile else act(text)
            except Exception as problem:
                done.append(type(problem).__name__)
    return ", ".join(sorted(set(done)))
