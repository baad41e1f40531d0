package org.liptako.node.cli.demo;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.demo.stage.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code liptako demo}: three States on one machine, from nothing, and their story. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--once", descriptionKey = "once")
    private boolean once;

    @Option(names = "--dir", paramLabel = "DIR", descriptionKey = "demoDirectory")
    private @Nullable Path directory;

    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "report")
    private @Nullable Path report;

    @Option(names = "--break", paramLabel = "FAULT", defaultValue = "none", descriptionKey = "fault")
    private Fault fault;

    DemoCommand() {}

    @Override
    public Integer call() {
        return new Demo(Screen.of(spec), fault).run(directory, report, once);
    }
}
