package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.liptako.node.inquiry.TrialRegistry.regulator;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.pki.name.State;

/** Who asked is written once, and before the answer leaves. */
class AskRecordIT {
    private final TrialRegistry mali = new TrialRegistry();

    @AfterEach
    void close() {
        mali.close();
    }

    @Test
    void aQuestionIsOneCommit() {
        mali.database().jdbi().useHandle(handle -> handle.createScript("""
                CREATE TABLE commits (xid xid8);
                CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN INSERT INTO commits VALUES (pg_current_xact_id()); RETURN NULL; END';
                CREATE TRIGGER note AFTER INSERT OR UPDATE ON inquiry FOR EACH ROW EXECUTE FUNCTION note();
                """).executeAsSeparateStatements());

        ask("ML");
        ask("BF");

        assertThat(commits()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aQuestionThatIsRefusedWasAskedAllTheSame() {
        assertThatThrownBy(() -> mali.ask(regulator(State.ML), Question.COPIES, Map.of(Blank.DATASET, "ML-DS-099")))
                .hasMessageStartingWith("NOT_KNOWN");

        assertThat(mali.desk().inquiries(regulator(State.ML), InquiryStore.Place.START, 10))
                .extracting(InquiryStore.Inquiry::question, InquiryStore.Inquiry::rows)
                .containsExactly(tuple("copies", 0L));
    }

    @Test
    void noAnswerLeavesIfWhoAskedIsNotCommitted() {
        mali.database().jdbi().useHandle(handle -> handle.createScript("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''lost at the commit''; END';
                CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON inquiry DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION refuse();
                """).executeAsSeparateStatements());

        assertThatThrownBy(() -> ask("ML")).hasMessageContaining("lost at the commit");
    }

    private void ask(String state) {
        mali.ask(regulator(State.ML), Question.ABROAD, Map.of(Blank.STATE, state));
    }

    private List<String> commits() {
        return mali.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT xid::text FROM commits")
                        .mapTo(String.class)
                        .list());
    }
}
