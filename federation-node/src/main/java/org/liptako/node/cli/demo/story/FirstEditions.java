package org.liptako.node.cli.demo.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.Narrator;
import org.liptako.node.cli.demo.stage.People;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.rules.EditionNode;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.QuorumSigner;
import org.liptako.policy.edition.EditionAct;
import org.liptako.policy.edition.EditionCodec;
import org.liptako.policy.edition.EditionFile;
import org.liptako.policy.edition.EditionImpact;
import org.liptako.policy.edition.RuleEdition;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;
import org.liptako.policy.vocabulary.Vocabulary;
import org.liptako.rulebook.v1.GetRuleSetResponse;
import org.liptako.rulebook.v1.JurisdictionRules;

/** The law that the story is judged by: each jurisdiction's first edition, signed by its legal officers and published, at once in force. */
public final class FirstEditions {
    /** Nothing is recorded yet when the first editions are published, so they weigh on no copy. */
    private static final EditionImpact ON_NOTHING = new EditionImpact(0, 0, 0, 0, 0);

    private static final Duration SPREAD = Duration.ofMinutes(1);
    private static final int SHOWN = 16;

    private final People people;

    public FirstEditions(People people) {
        this.people = people;
    }

    /** Signs and publishes what lies in the directory, one file a jurisdiction. */
    public void publish(Path rules) {
        for (var jurisdiction : Jurisdiction.all()) {
            publish(jurisdiction, file(rules, jurisdiction));
        }
    }

    /** Waits until every node judges by all four, and says which edition each State judges by. */
    public void tell(Narrator narrator) {
        for (var place : Place.values()) {
            var inForce = Await.until(SPREAD, () -> Optional.of(ask(place)).filter(FirstEditions::isWhole))
                    .orElseThrow(() -> CommandFailure.down(
                            "les éditions signées ne parviennent pas au nœud de " + place.site() + ".",
                            "the signed editions do not reach the node of " + place.site() + "."));
            narrator.happened(told(place.state(), inForce));
        }
    }

    private void publish(Jurisdiction jurisdiction, SourceFile file) {
        var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        var edition = new RuleEdition(
                jurisdiction,
                1,
                null,
                EditionAct.ENACTMENT,
                null,
                now,
                now,
                Vocabulary.standard().digest(),
                List.of(EditionFile.of(file)),
                List.of(),
                ON_NOTHING);
        var document = EditionCodec.encode(edition);
        var signatures = State.ofCode(jurisdiction.name())
                .map(own -> List.of(sign(document, own, 1, now), sign(document, own, 2, now)))
                .orElseGet(() -> Arrays.stream(State.values())
                        .map(each -> sign(document, each, 1, now))
                        .toList());
        people.ask(
                Person.OFFICER,
                home(jurisdiction),
                node -> new EditionNode(node)
                        .publish(document, QuorumSigner.join(document, signatures), List.of(file)));
    }

    /** A State's rules are published at its own node; the AES's at any. */
    private static Place home(Jurisdiction jurisdiction) {
        return Arrays.stream(Place.values())
                .filter(place -> place.state().name().equals(jurisdiction.name()))
                .findFirst()
                .orElse(Place.BAMAKO);
    }

    private byte[] sign(byte[] document, State state, int number, Instant at) {
        return QuorumSigner.sign(document, people.tree().officer(state, number).read(), at);
    }

    private GetRuleSetResponse ask(Place place) {
        return people.ask(Person.OFFICER, place, node -> new EditionNode(node).inForce());
    }

    private static boolean isWhole(GetRuleSetResponse inForce) {
        return inForce.getJurisdictionsList().stream().allMatch(JurisdictionRules::hasEdition);
    }

    private static Sentence told(State state, GetRuleSetResponse inForce) {
        var own = of(state.name(), inForce);
        var common = of(Jurisdiction.AES.name(), inForce);
        return new Sentence(
                state.french() + " : juge d'après l'édition " + own.getEdition().getVersion() + " de " + state + " ("
                        + own.getRules() + " règles, " + shown(own) + ", signée par "
                        + String.join(", ", own.getEdition().getSignersList()) + ") et l'édition "
                        + common.getEdition().getVersion() + " de l'AES (" + common.getRules() + " règles, "
                        + shown(common) + ").",
                state.english() + ": judges by edition " + own.getEdition().getVersion() + " of " + state + " ("
                        + own.getRules() + " rules, " + shown(own) + ", signed by "
                        + String.join(", ", own.getEdition().getSignersList()) + ") and edition "
                        + common.getEdition().getVersion() + " of the AES (" + common.getRules() + " rules, "
                        + shown(common) + ").");
    }

    private static JurisdictionRules of(String jurisdiction, GetRuleSetResponse inForce) {
        return inForce.getJurisdictionsList().stream()
                .filter(rules -> rules.getJurisdiction().equals(jurisdiction))
                .findFirst()
                .orElseThrow();
    }

    private static String shown(JurisdictionRules rules) {
        return rules.getDigest().substring(0, SHOWN);
    }

    private static SourceFile file(Path rules, Jurisdiction jurisdiction) {
        var name = jurisdiction.name().toLowerCase(Locale.ROOT) + ".yaml";
        try {
            return new SourceFile(name, Files.readAllBytes(rules.resolve(name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
