package org.liptako.node.cli.demo.story;

import java.util.List;
import org.liptako.node.cli.demo.stage.Step;

/** The story, in order. */
public final class Story {
    private Story() {}

    /** Its fifteen steps. */
    public static List<Step> steps() {
        return List.of(
                new PermittedCopy(),
                new StrategicData(),
                new UnrecordedFact(),
                new ForeignHost(),
                new ErasureUnderHold(),
                new KilledReceiver(),
                new CutOff(),
                new FalseNames(),
                new BadLine(),
                new CopyByRoad(),
                new RegulatorsTable(),
                new SilentLoss(),
                new ReceiptOffline(),
                new QuestionsWhileCutOff(),
                new HomeFromAbroad());
    }
}
