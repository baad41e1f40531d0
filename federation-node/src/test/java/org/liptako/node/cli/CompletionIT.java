package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real bash makes of the script. */
class CompletionIT {
    private static final String COMPLETE = """
            source "$1"; shift
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
            _complete_liptako
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    Path directory;

    private Path script;

    @BeforeEach
    void writeTheScript() throws IOException {
        var out = new StringWriter();
        var err = new StringWriter();
        assertThat(Liptako.run(new PrintWriter(out), new PrintWriter(err), "completion", "bash"))
                .as(err.toString())
                .isZero();
        script = Files.writeString(directory.resolve("liptako"), out.toString());
    }

    @Test
    void completesCommands() throws Exception {
        assertThat(completions("liptako", "ask-")).containsExactlyInAnyOrder("ask-audit", "ask-saved");
        assertThat(completions("liptako", "replica", "pau")).containsExactly("pause");
        assertThat(completions("liptako", "tou")).containsExactly("tour");
    }

    @Test
    void completesOptionsAndTheirKnownValues() throws Exception {
        assertThat(completions("liptako", "check", "--data")).contains("--dataset");
        assertThat(completions("liptako", "completion", "b")).containsExactly("bash");
        assertThat(completions("liptako", "tour", "")).contains("operator", "officer", "regulator", "administrator");
    }

    private List<String> completions(String... words) throws Exception {
        var command =
                new ArrayList<>(List.of("bash", "--noprofile", "--norc", "-c", COMPLETE, "bash", script.toString()));
        command.addAll(List.of(words));
        var bash = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
