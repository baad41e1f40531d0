package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.liptako.node.identity.TrialRegion;
import org.liptako.pki.name.State;

/** A decision that was made under rules which are no longer in force: it is judged again, and explained. */
record DecisionOfTheFirstDay(TrialOfficers officers, Path directory, String request) {

    /** With the node and without it. */
    void isAnsweredFor() throws IOException {
        String root = TrialRegion.tree().root().certificate().toString();
        String zone = TrialRegion.ZONE.toString();
        Path saved = directory.resolve("saved");
        String all = officers.said(
                officers.with(State.ML, "replay", "--since", "2026-01-01T00:00:00Z", "--save", saved.toString()));
        assertThat(all).contains("GRANT " + request).contains("SAME");
        String decision = saved.resolve("decisions.jsonl").toString();
        assertThat(officers.said(
                        "replay", "--decision", decision, "--rules", saved.toString(), "--root", root, "--zone", zone))
                .isEqualTo(all);
        String next = TrialRegion.tree().foreignRoot().certificate().toString();
        String[] underTheNextRoot = {
            "replay", "--decision", decision, "--rules", saved.toString(), "--root", next, "--zone", zone
        };
        assertThat(officers.run(underTheNextRoot))
                .as("signed under a root that nobody names")
                .isEqualTo(ExitCode.NO);
        List<String> both = new ArrayList<>(List.of(underTheNextRoot));
        both.addAll(List.of("--former-root", root));
        assertThat(officers.said(both.toArray(String[]::new))).isEqualTo(all);
        Path changed = directory.resolve("changed.jsonl");
        Files.writeString(changed, Files.readString(Path.of(decision)).replace("REPLICATE", "BACKUP"));
        assertThat(officers.run(
                        "replay",
                        "--decision",
                        changed.toString(),
                        "--rules",
                        saved.toString(),
                        "--root",
                        root,
                        "--zone",
                        zone))
                .isEqualTo(ExitCode.NO);
        assertThat(officers.said(officers.with(State.BF, "why", request)))
                .contains(
                        "Mali (home State): permitted",
                        "ML-1 — All is permitted",
                        "It permits, because:",
                        "Basis: Exemple");
        assertThat(officers.run(officers.with(State.ML, "replay", "nobody-asked")))
                .as(officers.complaints())
                .isEqualTo(ExitCode.BAD_INPUT);
    }
}
