package org.liptako.policy.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.liptako.policy.decision.Decision;
import org.liptako.policy.decision.Reason;
import org.liptako.policy.decision.Verdict;
import org.liptako.policy.facts.Facts;
import org.liptako.policy.rules.Effect;
import org.liptako.policy.rules.Rule;
import org.liptako.policy.vocabulary.Bilingual;

/** What the law asks for and refuses at once: an obligation and a ban that is effective, or no permission at all. */
record Collisions() implements Question {

    @Override
    public List<Remark> ask(Study study) {
        List<Remark> remarks = new ArrayList<>();
        Partners partners = new Partners(study, new Obligers(study));
        study.inForce(rule -> rule.effect() == Effect.OBLIGER).forEach(obliger -> {
            List<Partners.Partner> found = partners.of(obliger);
            found.stream()
                    .limit(Partners.MOST)
                    .parallel()
                    .map(partner -> banned(study, obliger, partner))
                    .forEachOrdered(remarks::add);
            if (found.size() > Partners.MOST) {
                remarks.add(more(obliger));
            }
            unpermitted(study, obliger).ifPresent(remarks::add);
        });
        return remarks;
    }

    private record Obligers(Study study) implements Partners.Kind {

        @Override
        public int acts(Rule rule) {
            return study.fires(rule);
        }

        @Override
        public Stream<String> acting(Decision decision) {
            return decision.obligedBy().stream();
        }

        @Override
        public boolean minds(Rule rule, Rule ban) {
            return true;
        }
    }

    private static Remark banned(Study study, Rule obliger, Partners.Partner partner) {
        String ban = partner.ban().id();
        Facts example = study.confirmed(
                partner.facts(),
                obliger.id() + " against " + ban,
                Stream.concat(Stream.of(obliger), study.concerning(partner.ban()))
                        .toList(),
                decision -> decision.verdict() == Verdict.CONFLICT
                        && decision.obligedBy().contains(obliger.id())
                        && Partners.isCited(ban, decision));
        return new Remark(
                Remark.Kind.OBLIGED_AND_BANNED,
                List.of(obliger.id(), ban),
                new Bilingual(
                                "%s (« %s ») demande ce que %s (« %s ») défend",
                                "%s (\"%s\") asks for what %s (\"%s\") bans")
                        .with(obliger.id(), obliger.title(), ban, partner.ban().title()),
                example);
    }

    private static Remark more(Rule obliger) {
        return new Remark(
                Remark.Kind.OBLIGED_AND_BANNED,
                List.of(obliger.id()),
                new Bilingual(
                                "%s (« %s ») demande ce que d'autres règles encore défendent : corrigez d'abord les %s premières.",
                                "%s (\"%s\") asks for what still other rules ban: mend the first %s of them.")
                        .with(obliger.id(), obliger.title(), Partners.MOST),
                null);
    }

    /** Only where no ban collides: a ban says more. */
    private static Optional<Remark> unpermitted(Study study, Rule obliger) {
        int refused = study.circuit()
                .or(Study.roles(obliger).stream()
                        .filter(role -> obliger.jurisdiction().isState())
                        .map(role -> study.circuit()
                                .and(
                                        study.encoding().isAsked(obliger.jurisdiction(), role),
                                        -study.encoding()
                                                .of(obliger.jurisdiction(), role)
                                                .isPermitted(),
                                        study.encoding()
                                                .of(obliger.jurisdiction(), role)
                                                .isFreeOfBans()))
                        .toList());
        return study.document(study.fires(obliger), refused)
                .map(facts -> new Remark(
                        Remark.Kind.OBLIGED_WITHOUT_PERMISSION,
                        List.of(obliger.id()),
                        new Bilingual(
                                        "%s (« %s ») demande ce que rien ne permet",
                                        "%s (\"%s\") asks for what nothing permits")
                                .with(obliger.id(), obliger.title()),
                        study.confirmed(
                                facts,
                                obliger.id() + " without permission",
                                study.rules().rules(),
                                decision -> decision.verdict() == Verdict.CONFLICT
                                        && decision.obligedBy().contains(obliger.id())
                                        && isRefusedForWantOfPermission(obliger, decision))));
    }

    private static boolean isRefusedForWantOfPermission(Rule obliger, Decision decision) {
        return decision.findings().stream()
                .anyMatch(finding ->
                        finding.jurisdiction() == obliger.jurisdiction() && finding.reason() == Reason.NO_PERMISSION);
    }
}
