# -*- coding: utf-7 -*-
# tries: a source that reads otherwise than it looks: the line above changes its alphabet
# honest: VALID, SYNTAX_ERROR, LOAD_ERROR
# never: hidden
def run(bait):
    """+AAoAIAAgACAAIAByAGUAdAB1AHIAbgAgACIAaABpAGQAZABlAG4AIgAK-"""
    return "plain"
