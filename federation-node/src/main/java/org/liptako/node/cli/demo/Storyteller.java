package org.liptako.node.cli.demo;

import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;

/** Plays the steps in order, up to the first that goes wrong: what follows builds on it. */
final class Storyteller {
    private final List<Step> steps;
    private final List<DemoReport.PlayedStep> played = new ArrayList<>();

    Storyteller(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Plays; true if every step had the outcome that it should. */
    boolean play(Scene scene) {
        for (var step : steps) {
            scene.narrator().open(played.size() + 1, steps.size(), step.title());
            var result = play(step, scene);
            played.add(result);
            if (!result.ok()) {
                scene.narrator().broke(result.actual(), result.millis());
                return false;
            }
            scene.narrator().close(step.outcome(), result.millis());
        }
        return true;
    }

    /** What was played so far. */
    List<DemoReport.PlayedStep> played() {
        return List.copyOf(played);
    }

    private static DemoReport.PlayedStep play(Step step, Scene scene) {
        long start = System.nanoTime();
        String actual;
        boolean ok = false;
        try {
            actual = step.play(scene);
            ok = actual.equals(step.expected());
        } catch (UnexpectedOutcomeException | CommandFailure | StatusRuntimeException other) {
            actual = String.valueOf(other.getMessage());
        }
        return new DemoReport.PlayedStep(
                step.name(), step.expected(), actual, ok, (System.nanoTime() - start) / 1_000_000);
    }
}
