package org.liptako.node.cli.tour;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.liptako.node.cli.ExitCode;
import org.liptako.node.cli.Liptako;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.demo.SampleRegion;
import org.liptako.node.cli.demo.stage.DemoDirectory;
import org.liptako.node.cli.demo.stage.Fault;
import org.liptako.node.cli.demo.stage.Narrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code liptako tour}: three States on this machine, and the commands of one's role one after the other, each explained before it runs. */
@Command(name = "tour")
public final class TourCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ROLE", descriptionKey = "tourRole")
    private TourRole role;

    @Option(names = "--dir", paramLabel = "DIR", descriptionKey = "demoDirectory")
    private @Nullable Path directory;

    TourCommand() {}

    @Override
    public Integer call() {
        var screen = Screen.of(spec);
        var ground = TourGround.prepare(directory);
        boolean well = false;
        try {
            int exitCode = lead(screen, ground.directory());
            well = exitCode == ExitCode.DONE;
            return exitCode;
        } finally {
            if (!well) {
                ground.keep(screen);
            }
        }
    }

    private int lead(Screen screen, DemoDirectory ground) {
        try (var region = SampleRegion.start(ground, screen, Narrator.unheard(), Fault.NONE)) {
            var papers = TourPapers.write(region);
            var guide = new TourGuide(
                    screen,
                    new TerminalReader(screen.language()),
                    words -> run(screen, papers.found(words).toArray(String[]::new)),
                    new Happenings(region)::play);
            int exitCode = guide.lead(Tours.of(role), ground.root());
            screen.remark("Les trois nœuds s'arrêtent…", "The three nodes end…");
            return exitCode;
        }
    }

    /** The program itself, as if the words had been typed. */
    private static int run(Screen screen, String... words) {
        return Liptako.run(screen.out(), screen.err(), words);
    }
}
