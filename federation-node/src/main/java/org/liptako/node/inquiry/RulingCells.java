package org.liptako.node.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.CitedRule;
import org.liptako.node.journal.event.CopyJudged;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.journal.event.PlacementGranted;
import org.liptako.node.journal.event.PlacementRefused;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.pki.signature.SignedStatement;

/** What a ruling's entry says, in cells. */
final class RulingCells {
    private RulingCells() {}

    /** Null for an entry that is no ruling. */
    static Row.@Nullable Draft of(JournalEvent event) {
        return switch (event) {
            case PlacementGranted grant ->
                placement("GRANT", grant.terms(), grant.rules())
                        .put(Column.AT, Cell.of(grant.at()))
                        .put(Column.ALLOWED_BY, Cell.list(states(both(grant.homeStatement(), grant.hostStatement()))))
                        .put(Column.RULE_SET, Cell.of(grant.ruleSet().hex()))
                        .put(Column.REQUEST, Cell.of(grant.request().value()))
                        .put(Column.GRANT, Cell.of(grant.serial().value()))
                        .put(Column.FACTS, facts(both(grant.homeStatement(), grant.hostStatement())));
            case PlacementRefused refusal ->
                placement("REFUSAL", refusal.terms(), refusal.rules())
                        .put(Column.AT, Cell.of(refusal.at()))
                        .put(Column.REASON, Cell.of(refusal.reason()))
                        .put(Column.RULE_SET, Cell.of(refusal.ruleSet().hex()))
                        .put(Column.REQUEST, Cell.of(refusal.request().value()))
                        .put(Column.WORDS, new Cell("", refusal.words()))
                        .put(Column.FACTS, facts(both(refusal.homeStatement(), refusal.hostStatement())));
            case CopyJudged judged ->
                new Row.Draft()
                        .put(Column.AT, Cell.of(judged.at()))
                        .put(Column.RULING, Cell.of("JUDGEMENT"))
                        .put(Column.DATASET, Cell.of(judged.dataset()))
                        .put(Column.SITE, Cell.of(judged.site()))
                        .put(Column.REASON, Cell.of(judged.verdict()))
                        .put(Column.RULES, rules(judged.rules()))
                        .put(Column.ARTICLES, articles(judged.rules()))
                        .put(Column.RULE_SET, Cell.of(judged.ruleSet().hex()))
                        .put(Column.WORDS, new Cell("", judged.words()));
            default -> null;
        };
    }

    private static Row.Draft placement(String ruling, PlacementTerms terms, List<CitedRule> rules) {
        return new Row.Draft()
                .put(Column.RULING, Cell.of(ruling))
                .put(Column.DATASET, Cell.of(terms.dataset()))
                .put(Column.OPERATION, Cell.of(terms.operation()))
                .put(Column.SITE, Cell.of(terms.targetSite()))
                .put(Column.RULES, rules(rules))
                .put(Column.ARTICLES, articles(rules));
    }

    private static Cell rules(List<CitedRule> rules) {
        return Cell.list(rules.stream().map(CitedRule::id).toList());
    }

    private static Cell articles(List<CitedRule> rules) {
        return Cell.of(rules.stream()
                .flatMap(rule -> rule.legalBasis().stream())
                .distinct()
                .collect(Collectors.joining("; ")));
    }

    private static List<SignedStatement> both(@Nullable SignedStatement home, @Nullable SignedStatement host) {
        return Stream.of(Optional.ofNullable(home), Optional.ofNullable(host))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> states(List<SignedStatement> statements) {
        return said("state", statements).stream().map(JsonNode::asText).toList();
    }

    /** The facts that each State signed, as their document has them; a State that signed none said nothing. */
    private static Cell facts(List<SignedStatement> statements) {
        return Cell.of(String.join(
                " ", said("facts", statements).stream().map(JsonNode::toString).toList()));
    }

    private static List<JsonNode> said(String field, List<SignedStatement> statements) {
        List<JsonNode> said = new ArrayList<>();
        for (SignedStatement statement : statements) {
            JsonNode node = read(statement).path(field);
            if (!node.isMissingNode()) {
                said.add(node);
            }
        }
        return said;
    }

    /** A statement of another program version may be anything; what cannot be read has no facts. */
    private static JsonNode read(SignedStatement statement) {
        try {
            return JournalJson.mapper().readTree(statement.payload());
        } catch (IOException unreadable) {
            return JournalJson.mapper().missingNode();
        }
    }
}
