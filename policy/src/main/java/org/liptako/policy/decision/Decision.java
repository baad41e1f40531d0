package org.liptako.policy.decision;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision document of section 5: the findings in the order HOME, HOST, REGION, and what follows from them together.
 * {@code findings} is empty only when a needed fact is missing. {@code validUntil} is a whole second, null when no date will change the law.
 */
public record Decision(
        Verdict verdict,
        List<Finding> findings,
        List<String> missing,
        List<Obligation> obligations,
        @JsonProperty("obliged_by") List<String> obligedBy,

        @JsonProperty(value = "valid_until", required = true)
        @JsonSerialize(using = ToStringSerializer.class)
        @JsonDeserialize(using = WholeSecondDeserializer.class)
        @Nullable
        Instant validUntil) {

    public Decision {
        requireNonNull(verdict, "verdict is null");
        findings = List.copyOf(findings);
        missing = List.copyOf(missing);
        obligations = List.copyOf(obligations);
        obligedBy = List.copyOf(obligedBy);
        if (validUntil != null && !validUntil.equals(validUntil.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("valid_until " + validUntil
                    + " is not a whole second; the law changes only at the start of a day.");
        }
    }

    /**
     * The decision of section 4 over these findings: its verdict, and what of the rest goes with that verdict.
     *
     * @param obligations those that hold if the verdict is PERMIT, in their order
     * @param obligedBy the obligers that fire in the jurisdictions asked, sorted
     */
    public static Decision over(
            List<Finding> findings,
            List<Obligation> obligations,
            List<String> obligedBy,
            @Nullable Instant validUntil) {
        Verdict verdict = verdict(findings, obligedBy);
        return new Decision(
                verdict,
                findings,
                verdict == Verdict.INDETERMINATE ? union(findings) : List.of(),
                verdict == Verdict.PERMIT ? obligations : List.of(),
                obligedBy,
                validUntil);
    }

    private static Verdict verdict(List<Finding> findings, List<String> obligedBy) {
        boolean undecided = false;
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.DENY) {
                return obligedBy.isEmpty() ? Verdict.DENY : Verdict.CONFLICT;
            }
            undecided |= finding.verdict() == Verdict.INDETERMINATE;
        }
        return undecided ? Verdict.INDETERMINATE : Verdict.PERMIT;
    }

    private static List<String> union(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.missing().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Section 4, needed facts: nobody can be asked while one of them is unknown. */
    public static Decision needing(List<String> missing) {
        return new Decision(Verdict.INDETERMINATE, List.of(), missing, List.of(), List.of(), null);
    }
}
