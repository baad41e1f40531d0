package org.liptako.node.console;

import java.util.List;

/**
 * A decision in words.
 *
 * @param tone the class of the verdict: {@code good}, {@code bad} or {@code open}
 * @param findings what each State and the Alliance say
 * @param missing the facts that are missing, each with who can supply it
 * @param duties what is owed with a permission, each with its rule
 * @param obliged by which rules the operation is demanded; empty if by none
 * @param until until when the law says so; empty if no change is known
 */
public record DecisionView(
        String verdict,
        String tone,
        List<FindingRow> findings,
        List<String> missing,
        List<String> duties,
        String obliged,
        String until) {

    public DecisionView {
        findings = List.copyOf(findings);
        missing = List.copyOf(missing);
        duties = List.copyOf(duties);
    }
}
