package dev.elm4j.text;

import java.util.List;

/**
 * A block between two fences.
 *
 * @param lines within, without the indentation of the fence
 * @param info language and file
 * @param cutOff whether no fence closes it
 * @param end the line after it, from 0
 */
record FencedBlock(List<String> lines, FenceInfo info, boolean cutOff, int end) {

    String text() {
        return Plain.joined(lines);
    }

    CodeBlock code() {
        return new CodeBlock(Plain.joined(CodeLines.breakable(lines)), info.language(), info.file(), cutOff);
    }
}
