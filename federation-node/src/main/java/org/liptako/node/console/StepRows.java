package org.liptako.node.console;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liptako.node.journal.event.ChallengeOutcome;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.Site;
import org.liptako.node.registry.ChallengeWords;
import org.liptako.node.registry.FindingStatement;
import org.liptako.node.registry.HistoryStep;
import org.liptako.node.registry.HistoryStep.Challenged;
import org.liptako.node.registry.HistoryStep.Found;
import org.liptako.node.registry.HistoryStep.Stood;
import org.liptako.node.registry.Source;
import org.liptako.pki.name.SiteId;

/** Puts the steps of a history into words. */
final class StepRows {
    private final Map<SiteId, Site> sites;
    private final Words words;

    StepRows(Map<SiteId, Site> sites, Words words) {
        this.sites = sites;
        this.words = words;
    }

    StepRow row(HistoryStep step) {
        return switch (step) {
            case Stood stood ->
                row(
                        step,
                        words.of("status." + stood.copy().state().status()),
                        CopyTone.of(stood.copy().state().status(), false),
                        stood.before()
                                .map(before -> words.of("step.before", words.of("status." + before)))
                                .orElse(""));
            case Challenged challenged ->
                row(
                        step,
                        words.of("challenge." + challenged.challenge().result().outcome()),
                        challenged.challenge().result().outcome() == ChallengeOutcome.PROVED
                                ? CopyTone.GOOD
                                : CopyTone.BAD,
                        words.of(ChallengeWords.of(challenged.challenge().result())));
            case Found found -> found(step, found);
        };
    }

    private StepRow found(HistoryStep step, Found found) {
        return found.finding().finding().isUndecided()
                ? row(step, words.of("step.undecided"), CopyTone.OPEN, said(found))
                : row(step, words.of("step.found"), CopyTone.BAD, said(found));
    }

    private String said(Found found) {
        FindingStatement finding = found.finding();
        String rules =
                finding.finding().rules().stream().map(CitedRule::id).collect(Collectors.joining(words.of("and")));
        String text = words.of(
                "step.finding",
                words.of(finding.finding().words()),
                rules.isEmpty() ? words.of("finding.silent") : rules);
        return text
                + found.until()
                        .map(until -> words.of("step.until", words.of(until)))
                        .orElse("");
    }

    private StepRow row(HistoryStep step, String status, String tone, String text) {
        Source source = step.source();
        return new StepRow(
                source.heldFrom().toString(),
                words.of(source.heldFrom()),
                place(step.site()),
                status,
                tone,
                text,
                words.of("said.entry", words.of(source.saidBy()), Long.toString(source.journalIndex())));
    }

    private String place(SiteId id) {
        return Optional.ofNullable(sites.get(id))
                .map(site -> site.city() + " (" + id + ")")
                .orElse(id.value());
    }
}
