package org.liptako.policy.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Derogation;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Bilingual;

/** Derogations that lift a ban while another ban, which they do not name, still forbids the same. */
record VainDerogations() implements Question {

    @Override
    public List<Remark> ask(Study study) {
        List<Remark> remarks = new ArrayList<>();
        Partners partners = new Partners(study, new Derogers(study));
        study.inForce(rule -> rule.effect() == Effect.DEROGER).forEach(deroger -> {
            List<Partners.Partner> found = partners.of(deroger);
            found.stream()
                    .limit(Partners.MOST)
                    .parallel()
                    .map(partner -> remark(study, deroger, partner))
                    .forEachOrdered(remarks::add);
            if (found.size() > Partners.MOST) {
                remarks.add(more(deroger));
            }
        });
        return remarks;
    }

    private record Derogers(Study study) implements Partners.Kind {

        @Override
        public int acts(Rule rule) {
            return VainDerogations.acts(study, rule);
        }

        @Override
        public Stream<String> acting(Decision decision) {
            return decision.findings().stream()
                    .flatMap(finding -> finding.derogations().stream())
                    .map(Derogation::by)
                    .distinct();
        }

        /** A ban that it does not name, and that may forbid the same. */
        @Override
        public boolean minds(Rule rule, Rule ban) {
            return !rule.derogatesFrom().contains(ban.id())
                    && (ban.jurisdiction() == rule.jurisdiction()
                            || !ban.jurisdiction().isState());
        }
    }

    /** When a derogation fires together with a ban that it names. */
    static int acts(Study study, Rule deroger) {
        return study.circuit()
                .or(Study.roles(deroger).stream()
                        .map(role -> study.circuit()
                                .and(
                                        study.encoding().isAsked(deroger.jurisdiction(), role),
                                        study.encoding()
                                                .of(deroger.jurisdiction(), role)
                                                .lifts(deroger)))
                        .toList());
    }

    private static boolean lifts(String deroger, Decision decision) {
        return decision.findings().stream()
                .flatMap(finding -> finding.derogations().stream())
                .anyMatch(lifted -> lifted.by().equals(deroger));
    }

    private static Remark more(Rule deroger) {
        return new Remark(
                Remark.Kind.LIFTED_IN_VAIN,
                List.of(deroger.id()),
                new Bilingual(
                                "%s (« %s ») lève une interdiction là où d'autres règles encore défendent la même chose : voyez d'abord les %s premières.",
                                "%s (\"%s\") lifts a ban where still other rules ban the same: see the first %s of them.")
                        .with(deroger.id(), deroger.title(), Partners.MOST),
                null);
    }

    private static Remark remark(Study study, Rule deroger, Partners.Partner partner) {
        String other = partner.ban().id();
        Facts example = study.confirmed(
                partner.facts(),
                deroger.id() + " in vain against " + other,
                Stream.of(
                                Stream.of(deroger),
                                deroger.derogatesFrom().stream().map(study::rule),
                                study.concerning(partner.ban()))
                        .flatMap(some -> some)
                        .toList(),
                decision -> Partners.isCited(other, decision) && lifts(deroger.id(), decision));
        return new Remark(
                Remark.Kind.LIFTED_IN_VAIN,
                List.of(deroger.id(), other),
                new Bilingual(
                                "%s (« %s ») lève une interdiction, mais %s (« %s ») défend encore la même chose",
                                "%s (\"%s\") lifts a ban, but %s (\"%s\") still bans the same")
                        .with(
                                deroger.id(),
                                deroger.title(),
                                other,
                                partner.ban().title()),
                example);
    }
}
