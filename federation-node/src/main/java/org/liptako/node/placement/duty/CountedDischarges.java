package org.liptako.node.placement.duty;

/** Counts what has discharged a duty: a document counts once, when enough different people have said so; what was done before the act discharges nothing. */
final class CountedDischarges {
    /**
     * Of a row {@code told}: how many documents count, and when the duty is due again.
     *
     * <p>Words are one person's if they bear one name, one certificate or one key, and so on from word to word, as {@link org.liptako.node.identity.Signatory} has it. Only the first
     * sixteen words on a document are looked at, for no quorum is larger, and only the thousand documents that came last: no State's journal may keep the others reckoning.
     */
    static final String OF_TOLD = """
            WITH RECURSIVE said AS (
                SELECT * FROM (
                    SELECT *, dense_rank() OVER (ORDER BY came DESC) AS document FROM (
                        SELECT d.sha256, d.next_due, substring(d.person FROM '[^ ]*$') AS name, d.certificate, d.key,
                            row_number() OVER (PARTITION BY d.sha256 ORDER BY d.journal_index) AS place,
                            min(d.journal_index) OVER (PARTITION BY d.sha256) AS came
                        FROM duty_discharge d
                        WHERE d.id = told.id AND d.said_by = told.debtor AND d.done_at >= told.act) each_word) each_one
                WHERE place <= 16 AND document <= 1000),
            known AS (
                SELECT sha256, name, name AS other FROM said
                UNION
                SELECT known.sha256, known.name, same.name FROM known
                JOIN said ON said.sha256 = known.sha256 AND said.name = known.other
                JOIN said same ON same.sha256 = said.sha256 AND (same.certificate = said.certificate OR same.key = said.key)),
            person AS (
                SELECT sha256 FROM known GROUP BY sha256, name HAVING name = min(other)),
            enough AS (
                SELECT sha256 FROM person GROUP BY sha256 HAVING count(*) >= told.people)
            SELECT max(counted.next_due) AS next_due, count(*) AS documents FROM (
                SELECT min(said.next_due) AS next_due FROM said JOIN enough USING (sha256) GROUP BY sha256) counted
            """;

    private CountedDischarges() {}
}
