package org.liptako.node.cli.prepare;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.liptako.node.cli.demo.SampleFiles;
import org.liptako.node.cli.demo.stage.DemoDirectory;
import org.liptako.node.cli.demo.stage.Engine;
import org.liptako.node.cli.demo.stage.Fault;
import org.liptako.node.cli.demo.stage.Federation;
import org.liptako.node.cli.demo.stage.Narrator;
import org.liptako.node.cli.demo.stage.NodeJava;
import org.liptako.node.cli.demo.stage.People;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.story.CopiesBothWays;
import org.liptako.node.cli.demo.story.FirstEditions;
import org.liptako.node.cli.demo.story.Prologue;
import org.liptako.node.cli.node.StartCache;
import org.liptako.pki.ceremony.TrialCeremony;
import org.liptako.pki.issuing.TrialPlan;
import org.liptako.pki.name.Zone;

/** A node of a trial federation does on loopback what nodes do: it starts, judges, gives a copy, receives one, and ends in order. */
final class Rehearsal {
    private final DemoDirectory directory;

    Rehearsal(DemoDirectory directory) {
        this.directory = directory;
    }

    /** When this returns, Java has written what it saw of Bamako's node. */
    void play(StartCache written) {
        var tree = new TrialCeremony(Clock.systemUTC(), new SecureRandom())
                .perform(TrialPlan.capitals(Zone.LOCALHOST), directory.pki());
        SampleFiles.writeRules(directory.rules());
        var recorded = Map.of(Place.BAMAKO, NodeJava.recording(written));
        try (var federation = Federation.start(directory, tree, Zone.LOCALHOST, Engine.EMBEDDED, recorded)) {
            var people = new People(tree, federation);
            var unheard = Narrator.unheard();
            var law = new FirstEditions(people);
            law.publish(directory.rules());
            new Prologue(people).play(SampleFiles.sites(), SampleFiles.datasets());
            law.tell(unheard);
            new CopiesBothWays(new Scene(federation, people, unheard, directory, Fault.NONE)).play();
        }
    }
}
