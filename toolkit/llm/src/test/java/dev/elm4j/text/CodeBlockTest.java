package dev.elm4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeBlockTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```python src/walker.py\nx = 1\n```",
                "```python:src/walker.py\nx = 1\n```",
                "```py title=\"src/walker.py\"\nx = 1\n```",
                "src/walker.py\n```python\nx = 1\n```",
                "**src/walker.py**\n\n```python\nx = 1\n```",
                "### `src/walker.py`:\n```python\nx = 1\n```",
                "File: src/walker.py\n```python\nx = 1\n```",
                "1. **File: `src/walker.py`**\n```python\nx = 1\n```"
            })
    void knowsTheFileAndTheLanguage(String answer) {
        assertThat(CodeBlock.all(answer)).containsExactly(new CodeBlock("x = 1", "python", "src/walker.py", false));
    }

    @Test
    void takesNoSentenceForAFile() {
        assertThat(CodeBlock.all("Use numpy.random here:\n```python\nx = 1\n```")
                        .get(0)
                        .file())
                .isEmpty();
    }

    @Test
    void listsAllBlocksInOrder() {
        assertThat(CodeBlock.all("```\na = 1\n```\nand\n~~~js\nb = 2;\n~~~\nand\n```python\nc = 3"))
                .containsExactly(
                        new CodeBlock("a = 1", "", "", false),
                        new CodeBlock("b = 2;", "javascript", "", false),
                        new CodeBlock("c = 3", "python", "", true));
    }

    @Test
    void knowsShortNamesOfLanguages() {
        String answer = "```c++\nint a = 1;\n```\n```rs\nlet a = 1;\n```\n```kt\nval a = 1\n```";
        assertThat(CodeBlock.program(answer, "cpp").orElseThrow().code()).isEqualTo("int a = 1;");
        assertThat(CodeBlock.program(answer, "Rust").orElseThrow().code()).isEqualTo("let a = 1;");
    }
}
