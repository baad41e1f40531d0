package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a real bash makes of the script. */
class CompletionIT {
    private static final String COMPLETE = """
            source "$1"; shift
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
            _complete_liptako
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    /** Each line of the standard input is a command of which the end is wanted; an empty line follows what it may be. */
    private static final String COMPLETE_ALL = """
            source "$1"
            while IFS= read -r line; do
              read -r -a COMP_WORDS <<< "$line"
              if [[ $line == *' ' ]]; then COMP_WORDS+=(''); fi
              COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE=$line; COMP_POINT=${#line}; COMPREPLY=()
              _complete_liptako
              printf '%s\\n' "${COMPREPLY[@]%% }" ''
            done
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

    @Test
    void completesEveryCommandAndEveryOption() throws Exception {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        want(new CommandLine(new Liptako()), wanted);

        var bash = new ProcessBuilder("bash", "--noprofile", "--norc", "-c", COMPLETE_ALL, "bash", script.toString())
                .redirectErrorStream(true)
                .start();
        try (var typed = bash.outputWriter(StandardCharsets.UTF_8)) {
            for (String line : wanted.keySet()) {
                typed.write(line + "\n");
            }
        }
        var said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(bash.waitFor()).as(said).isZero();
        var answers = List.of(said.split("(?m)^$\\n", -1));
        int at = 0;
        for (var each : wanted.entrySet()) {
            assertThat(answers.get(at++).lines()).as(each.getKey()).containsAll(each.getValue());
        }
        assertThat(wanted.size()).isGreaterThan(100);
    }

    private static void want(CommandLine command, Map<String, Set<String>> wanted) {
        var spec = command.getCommandSpec();
        String typed = spec.qualifiedName(" ");
        if (!command.getSubcommands().isEmpty()) {
            wanted.put(typed + " ", command.getSubcommands().keySet());
        }
        wanted.put(
                typed + " --",
                spec.options().stream()
                        .flatMap(option -> Stream.of(option.names()))
                        .filter(name -> name.startsWith("--"))
                        .collect(Collectors.toSet()));
        command.getSubcommands().values().forEach(sub -> want(sub, wanted));
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
