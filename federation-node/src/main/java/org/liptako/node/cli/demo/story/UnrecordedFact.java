package org.liptako.node.cli.demo.story;

import org.liptako.node.cli.demo.stage.Place;
import org.liptako.node.cli.demo.stage.Scene;
import org.liptako.node.cli.demo.stage.Step;
import org.liptako.node.cli.demo.stage.UnexpectedOutcomeException;
import org.liptako.node.wire.Sentence;

/** Step 3: Niger does not keep the register that could answer, so nobody may answer in its place. */
public final class UnrecordedFact implements Step {
    /** Personal data; Mali's authority has granted its authorisation in the {@link Prologue}. */
    static final String DATASET = "ML-DS-011";

    private static final String FACT = "authorisation.HAPDP";

    @Override
    public String name() {
        return "3 unrecorded fact";
    }

    @Override
    public Sentence title() {
        return new Sentence(
                "Un fait que personne n'a inscrit : on ne devine pas.", "A fact that nobody recorded: no guessing.");
    }

    @Override
    public Sentence outcome() {
        return new Sentence(
                "demande REFUSÉE, INDÉTERMINÉ, il manque " + FACT + ", que le Niger doit fournir",
                "REFUSED, INDETERMINATE, missing " + FACT + ", Niger told to supply it");
    }

    @Override
    public String play(Scene scene) {
        scene.narrator()
                .asked(new Sentence(
                        "Une copie de " + DATASET + " (données personnelles) à Niamey. L'APDP du Mali a autorisé ; le"
                                + " Niger ne tient pas encore le registre de la HAPDP.",
                        "A copy of " + DATASET + " (personal data) at Niamey. Mali's APDP has authorised it; Niger does"
                                + " not keep the HAPDP's register yet."));
        var terms = Asking.replicate(DATASET, Place.NIAMEY.site().value());
        var placement = new Asking(scene).request("demo-3-unrecorded", terms);
        var decision = placement.getDecision();
        UnexpectedOutcomeException.unless(
                decision.getVerdict().equals("INDETERMINATE")
                        && decision.getMissingList().contains(FACT)
                        && decision.getMissingCount() == 1,
                Asking.outcome(placement));
        var words = decision.getMissingFactsList().stream()
                .filter(fact -> fact.getCode().equals(FACT))
                .map(fact -> fact.getWords().getFr() + " " + fact.getWords().getEn())
                .findFirst()
                .orElse("");
        UnexpectedOutcomeException.unless(
                words.contains("HAPDP") && words.contains("Niger"),
                "the missing fact's words name no authority: " + words);
        return expected();
    }
}
