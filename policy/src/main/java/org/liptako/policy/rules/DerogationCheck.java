package org.liptako.policy.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liptako.policy.yaml.YamlNode;

/** Checks what concerns several rules: that ids are unique in the federation, and that derogations name bans they may lift. */
final class DerogationCheck {

    private final Map<String, DraftRule> byId = new HashMap<>();
    private final boolean complete;

    /** Whether all rules could be read: else one that seems to be missing may be among those that could not. */
    DerogationCheck(boolean complete) {
        this.complete = complete;
    }

    void check(List<DraftRule> drafts) {
        for (DraftRule draft : drafts) {
            DraftRule first = byId.putIfAbsent(draft.id().text(), draft);
            if (first != null) {
                String where = first.findings().file() + ":" + first.id().place();
                draft.findings()
                        .error(
                                draft.id().place(),
                                RuleMistake.DUPLICATE_ID,
                                draft.id().text(),
                                where);
            }
        }
        drafts.forEach(this::checkDerogations);
    }

    private void checkDerogations(DraftRule draft) {
        Set<String> seen = new HashSet<>();
        for (YamlNode.Scalar named : draft.derogations()) {
            if (!seen.add(named.text())) {
                draft.findings().warning(named.place(), RuleMistake.DEROGATION_REPEATED, named.text());
            } else {
                checkDerogation(draft, named);
            }
        }
    }

    private void checkDerogation(DraftRule draft, YamlNode.Scalar named) {
        DraftRule ban = byId.get(named.text());
        Findings.OfFile findings = draft.findings();
        if (ban == null) {
            if (complete) {
                Hint hint = new Hint(named.text(), () -> bansOf(draft.jurisdiction()));
                findings.error(named.place(), RuleMistake.DEROGATION_UNKNOWN, Quoted.of(named.text()), hint);
            }
        } else if (ban.jurisdiction() != draft.jurisdiction()) {
            findings.error(named.place(), RuleMistake.DEROGATION_FOREIGN, named.text(), draft.jurisdiction());
        } else if (ban.effect() != null && !ban.effect().isBan()) {
            findings.error(named.place(), RuleMistake.DEROGATION_FROM_NO_BAN, named.text());
        } else if (!ban.derogable()) {
            findings.error(named.place(), RuleMistake.DEROGATION_FROM_FIRM_BAN, named.text());
        }
    }

    private List<String> bansOf(Jurisdiction jurisdiction) {
        return byId.values().stream()
                .filter(draft -> draft.jurisdiction() == jurisdiction
                        && draft.effect() != null
                        && draft.effect().isBan())
                .map(draft -> draft.id().text())
                .sorted()
                .toList();
    }
}
