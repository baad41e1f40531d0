package org.liptako.node.cli.demo.story;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.liptako.node.cli.CommandFailure;
import org.liptako.node.cli.demo.stage.Await;
import org.liptako.node.cli.demo.stage.Narrator;
import org.liptako.node.cli.demo.stage.People;
import org.liptako.node.cli.demo.stage.People.Person;
import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.rules.EditionNode;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.rulebook.v1.GetRuleSetResponse;
import org.liptako.rulebook.v1.JurisdictionRules;

/** The law that the story is judged by: each jurisdiction's first edition, signed by its legal officers and published. */
public final class FirstEditions {
    private static final Duration SPREAD = Duration.ofMinutes(1);

    /** As much of a digest as tells two apart on a screen. */
    private static final int SHOWN = 16;

    private final People people;

    public FirstEditions(People people) {
        this.people = people;
    }

    /** Signs and publishes what lies in the directory, one file a jurisdiction. */
    public void publish(Path rules) {
        for (var jurisdiction : Jurisdiction.all()) {
            var edition = FirstEdition.signed(people.tree(), rules, jurisdiction);
            people.ask(Person.OFFICER, home(jurisdiction), node -> edition.publish(new EditionNode(node)));
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

    /** A State's rules are published at its own node; the AES's at any. */
    private static Place home(Jurisdiction jurisdiction) {
        return Arrays.stream(Place.values())
                .filter(place -> place.state().name().equals(jurisdiction.name()))
                .findFirst()
                .orElse(Place.BAMAKO);
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
                        + Count.fr(own.getRules(), "règle") + ", " + shown(own) + ", signée par " + signers(own)
                        + ") et l'édition " + common.getEdition().getVersion() + " de l'AES ("
                        + Count.fr(common.getRules(), "règle") + ", " + shown(common) + ").",
                state.english() + ": judges by edition " + own.getEdition().getVersion() + " of " + state + " ("
                        + Count.en(own.getRules(), "rule") + ", " + shown(own) + ", signed by " + signers(own)
                        + ") and edition "
                        + common.getEdition().getVersion() + " of the AES (" + Count.en(common.getRules(), "rule")
                        + ", "
                        + shown(common) + ").");
    }

    private static JurisdictionRules of(String jurisdiction, GetRuleSetResponse inForce) {
        return inForce.getJurisdictionsList().stream()
                .filter(rules -> rules.getJurisdiction().equals(jurisdiction))
                .findFirst()
                .orElseThrow();
    }

    private static String signers(JurisdictionRules rules) {
        return String.join(", ", rules.getEdition().getSignersList());
    }

    private static String shown(JurisdictionRules rules) {
        return rules.getDigest().substring(0, SHOWN);
    }
}
