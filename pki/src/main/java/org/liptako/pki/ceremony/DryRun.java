package org.liptako.pki.ceremony;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The dry run: every input is there or will be, nothing is written over, every key is declared. Touches nothing. */
final class DryRun {
    private DryRun() {}

    /** What stands in the way, in the order of the acts; empty if the ceremony can begin. */
    static List<Obstacle> obstacles(CeremonyPlan plan) {
        List<Obstacle> obstacles = new ArrayList<>();
        Set<Path> made = new HashSet<>();
        Set<String> newKeys = new HashSet<>();
        int number = 0;
        for (Act act : plan.acts()) {
            number++;
            Touches touches = act.touches();
            for (Path input : touches.inputs()) {
                if (!made.contains(input) && !Files.isReadable(input)) {
                    obstacles.add(Obstacle.noFile(number, plan.told(input)));
                }
            }
            for (Path output : touches.outputs()) {
                if (Files.exists(output) || !made.add(output)) {
                    obstacles.add(Obstacle.exists(number, plan.told(output)));
                }
            }
            for (String key : touches.newKeys()) {
                if (!plan.keys().containsKey(key) || !newKeys.add(key)) {
                    obstacles.add(Obstacle.madeTwice(number, key));
                }
            }
            for (String key : touches.usedKeys()) {
                if (!plan.keys().containsKey(key)) {
                    obstacles.add(Obstacle.undeclared(number, key));
                }
            }
        }
        if (Files.exists(plan.transcript())) {
            obstacles.add(Obstacle.transcript(plan.told(plan.transcript())));
        }
        return obstacles;
    }
}
