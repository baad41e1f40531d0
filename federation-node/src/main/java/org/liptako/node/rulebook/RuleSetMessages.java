package org.liptako.node.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.liptako.node.journal.event.RuleSetInForce;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.name.State;
import org.liptako.policy.edition.EditionAct;
import org.liptako.policy.edition.EditionLine;
import org.liptako.policy.edition.HeldEdition;
import org.liptako.policy.rules.Compendium;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.rulebook.v1.EditionSummary;
import org.liptako.rulebook.v1.GetRuleSetResponse;
import org.liptako.rulebook.v1.JurisdictionRules;
import org.liptako.rulebook.v1.PeerRuleSet;
import org.liptako.rulebook.v1.RulesLeaving;
import org.liptako.rulebook.v1.VocabularyVersion;

/** What is in force at this node, what comes and goes next, and what the others judge by. */
final class RuleSetMessages {
    private final Editions editions;
    private final PeerRules peers;
    private final Supplier<List<Vocabulary>> vocabularies;

    /** @param vocabularies the versions that this node knows */
    RuleSetMessages(Editions editions, PeerRules peers, Supplier<List<Vocabulary>> vocabularies) {
        this.editions = editions;
        this.peers = peers;
        this.vocabularies = vocabularies;
    }

    GetRuleSetResponse of(RulesInForce rules, Instant now) {
        EditionLines lines = editions.lines();
        GetRuleSetResponse.Builder response = GetRuleSetResponse.newBuilder()
                .setRuleSet(rules.digest().hex())
                .setSigned(editions.areSigned())
                .setAt(now.toString())
                .setEngine(rules.engine().identity().toString())
                .setVocabulary(version(rules.ruleSet().vocabulary()));
        vocabularies.get().forEach(one -> response.addVocabularies(version(one)));
        for (Jurisdiction jurisdiction : Jurisdiction.all()) {
            response.addJurisdictions(part(rules.ruleSet().of(jurisdiction), lines.of(jurisdiction), now));
        }
        peers.now().forEach((state, said) -> response.addPeers(peer(state, said, rules)));
        return response.build();
    }

    private static VocabularyVersion version(Vocabulary vocabulary) {
        return VocabularyVersion.newBuilder()
                .setVersion(vocabulary.version())
                .setDigest(vocabulary.digest())
                .build();
    }

    private JurisdictionRules part(Compendium compendium, EditionLine line, Instant now) {
        JurisdictionRules.Builder message = JurisdictionRules.newBuilder()
                .setJurisdiction(compendium.jurisdiction().name())
                .setDigest(compendium.digest())
                .setRules(compendium.rules().size());
        line.inForce(now).map(this::summary).ifPresent(message::setEdition);
        line.newest().map(this::summary).ifPresent(message::setNewest);
        line.nextChange(now).flatMap(line::inForce).map(this::summary).ifPresent(message::setNext);
        line.editions().reversed().stream()
                .filter(held -> held.edition().act() == EditionAct.WITHDRAWAL)
                .findFirst()
                .map(this::summary)
                .ifPresent(message::setWithdrawal);
        leaving(compendium.rules(), now).ifPresent(message::setLeaving);
        return message.build();
    }

    private EditionSummary summary(HeldEdition held) {
        return EditionMessages.summary(held).toBuilder()
                .addAllSigners(editions.signers(held))
                .build();
    }

    /** The rules in force that end first; those that come back at that instant do not leave. */
    private static Optional<RulesLeaving> leaving(List<Rule> rules, Instant now) {
        SortedMap<Instant, RulesLeaving.Builder> ends = new TreeMap<>();
        for (Rule rule : rules) {
            end(rule, now)
                    .ifPresent(end -> ends.computeIfAbsent(
                                    end, at -> RulesLeaving.newBuilder().setAt(at.toString()))
                            .addRules(rule.id()));
        }
        return ends.values().stream().findFirst().map(RulesLeaving.Builder::build);
    }

    private static Optional<Instant> end(Rule rule, Instant now) {
        return rule.periods().stream()
                .filter(period -> period.contains(now))
                .flatMap(period -> Stream.ofNullable(period.end()))
                .filter(end -> rule.periods().stream().noneMatch(period -> period.contains(end)))
                .findFirst();
    }

    private static PeerRuleSet peer(State state, Optional<RuleSetInForce> said, RulesInForce own) {
        PeerRuleSet.Builder message = PeerRuleSet.newBuilder().setState(state.name());
        said.ifPresent(theirs -> message.setRuleSet(theirs.ruleSet().hex())
                .setSince(theirs.at().toString())
                .addAllDiffering(differing(theirs.jurisdictions(), own.jurisdictions())));
        return message.build();
    }

    private static List<String> differing(Map<String, Digest> theirs, Map<String, Digest> ours) {
        return Jurisdiction.all().stream()
                .map(Jurisdiction::name)
                .filter(code -> !Optional.ofNullable(theirs.get(code)).equals(Optional.ofNullable(ours.get(code))))
                .toList();
    }
}
