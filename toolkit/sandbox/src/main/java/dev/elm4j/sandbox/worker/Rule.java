package dev.elm4j.sandbox.worker;

import java.util.Locale;

/** Why a name is not for programs, and what to write instead. */
enum Rule {
    FILE("reads or writes files, and there are none: take arguments and return a value"),
    NETWORK("opens connections, and there is no network: take arguments and return a value"),
    PROCESS("reaches other processes, and programs have none: compute the value yourself"),
    THREAD("starts, steers or waits for threads: write plain sequential code"),
    REFLECTION("looks into classes instead of using them: call the code directly"),
    SYSTEM("reads or changes settings outside the program: take arguments instead"),
    INPUT("has nothing to read: take arguments of the entry point instead"),
    EXIT("ends the program before its value is back: return instead"),
    NATIVE("is native code, which programs may not have: write it in Java"),
    CLASS(
            "is not there for programs; use java.lang, java.util, java.math, java.time and java.text, and return a value");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
