package org.liptako.node.cli.completion;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.liptako.node.cli.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako completion bash}: a script that has the shell complete commands, options, the values that are known beforehand, and files. */
@Command(name = "completion")
public final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", descriptionKey = "shell")
    private Shell shell;

    private enum Shell {
        BASH;

        /** As it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CompletionCommand() {}

    @Override
    public Integer call() {
        var program = spec.root();
        var script = switch (shell) {
            case BASH -> AutoComplete.bash(program.name(), program.commandLine());
        };
        var out = spec.commandLine().getOut();
        out.print(script);
        out.flush();
        return ExitCode.DONE;
    }
}
