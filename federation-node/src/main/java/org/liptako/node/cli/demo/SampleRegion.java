package org.liptako.node.cli.demo;

import java.security.SecureRandom;
import java.time.Clock;
import org.liptako.node.cli.Screen;
import org.liptako.node.cli.demo.stage.DemoDirectory;
import org.liptako.node.cli.demo.stage.Fault;
import org.liptako.node.cli.demo.stage.Federation;
import org.liptako.node.cli.demo.stage.Narrator;
import org.liptako.node.cli.demo.stage.People;
import org.liptako.node.cli.demo.story.FirstEditions;
import org.liptako.node.cli.demo.story.Prologue;
import org.liptako.pki.ceremony.TrialCeremony;
import org.liptako.pki.issuing.TrialPlan;
import org.liptako.pki.name.Zone;

/** Three States on this machine, with their law and their catalogue, before anything happens between them. */
public record SampleRegion(DemoDirectory directory, Federation federation, People people) implements AutoCloseable {
    private static final Zone ZONE = Zone.LOCALHOST;

    /**
     * Starts the three nodes and returns once each judges by the law of all and knows everybody's datasets.
     *
     * @param narrator who says by which editions each State judges
     */
    public static SampleRegion start(DemoDirectory directory, Screen screen, Narrator narrator, Fault fault) {
        var tree = new TrialCeremony(Clock.systemUTC(), new SecureRandom())
                .perform(TrialPlan.capitals(ZONE), directory.pki());
        SampleFiles.writeRules(directory.rules());
        WrongRule.write(directory, fault);
        var engine = OpaSearch.engine(screen);
        screen.remark(
                "Trois nœuds démarrent : Bamako, Ouagadougou, Niamey…",
                "Three nodes start: Bamako, Ouagadougou, Niamey…");
        var federation = Federation.start(directory, tree, ZONE, engine);
        try {
            var people = new People(tree, federation);
            var law = new FirstEditions(people);
            law.publish(directory.rules());
            new Prologue(people).play(SampleFiles.sites(), SampleFiles.datasets());
            law.tell(narrator);
            return new SampleRegion(directory, federation, people);
        } catch (RuntimeException e) {
            federation.close();
            throw e;
        }
    }

    @Override
    public void close() {
        federation.close();
    }
}
