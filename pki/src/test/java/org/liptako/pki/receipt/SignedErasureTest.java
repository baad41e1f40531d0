package org.liptako.pki.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.liptako.pki.name.Party;
import org.liptako.pki.name.Role;
import org.liptako.pki.name.SiteId;
import org.liptako.pki.name.State;
import org.liptako.pki.quorum.Alliance;
import org.liptako.pki.receipt.TrialReceipts.Person;

/** The signatures on an erasure abroad are in its receipt, and prove who has signed: without the node that took them. */
class SignedErasureTest {
    private static final TrialReceipts RECEIPTS = new TrialReceipts();
    private static final String TITLE = "Procès-verbal";

    private final Person officer = RECEIPTS.officer();
    private final Person operator = RECEIPTS.operator();

    @Test
    void thatTwoPeopleHaveSignedIsProvedByTheirSignatures() throws Exception {
        ReceiptBody body = RECEIPTS.erasureWith(of(operator), of(officer));

        ReceiptAccount account =
                RECEIPTS.verifier().verify(Receipt.sealed(body, RECEIPTS.node()).toBytes(), TrialReceipts.MADE);

        assertThat(account.proved())
                .extracting(Words::en)
                .anyMatch(line -> line.contains("ML officer a-traore has signed, for this erasure, the document"))
                .anyMatch(line -> line.contains("signatures on that document are in this receipt"));
        assertThat(account.stated())
                .extracting(Words::en)
                .anyMatch(line -> line.contains("no machine has proved it"))
                .noneMatch(line -> line.contains("That these people have signed is the word"));
    }

    @Test
    void aSignatureOfAnotherOverAnotherTitleOrOfNobodyIsRefusedByItsField() throws Exception {
        assertThat(fieldAtFault(of(operator), TrialReceipts.signed(officer.party(), operator, TITLE)))
                .isEqualTo("entries[2].payload");
        assertThat(fieldAtFault(of(operator), TrialReceipts.signed(officer.party(), officer, "Autre")))
                .isEqualTo("entries[2].payload");
        assertThat(fieldAtFault(of(operator).replaceFirst("\"signature\":\"M", "\"signature\":\"N"), of(officer)))
                .isEqualTo("entries[1].payload");
        Person stranger = RECEIPTS.person(Party.of(State.NE, Role.OFFICER, "a-traore"), Alliance.newKey());
        assertThat(fieldAtFault(of(operator), of(stranger))).isEqualTo("entries[2].payload");
    }

    @Test
    void fewerThanThePeopleNamedAreRefusedAndSoAreTwoNamesOnOneKey() throws Exception {
        assertThat(fieldAtFault(of(officer))).isEqualTo("entries[0].payload");
        assertThat(fieldAtFault(of(officer), of(officer))).isEqualTo("entries[0].payload");
        KeyPair key = Alliance.newKey();
        assertThat(fieldAtFault(of(RECEIPTS.person(operator.party(), key)), of(RECEIPTS.person(officer.party(), key))))
                .isEqualTo("entries[0].payload");
    }

    @Test
    void oneWhoIsNotNamedDoesNotMakeTwoPeopleOfOneWithTwoNames() throws Exception {
        KeyPair key = Alliance.newKey();
        String one = of(RECEIPTS.person(operator.party(), key));
        String other = of(RECEIPTS.person(officer.party(), key));
        String third = of(RECEIPTS.person(Party.of(State.ML, Role.OFFICER, "f-keita"), Alliance.newKey()));

        assertThat(fieldAtFault(one, other, third)).isEqualTo("entries[0].payload");
        assertThat(fieldAtFault(of(operator), of(officer), third)).isEmpty();
    }

    @Test
    void aMachineIsNoPerson() throws Exception {
        Person node = RECEIPTS.person(Party.at(new SiteId("ML-BKO-1"), Role.NODE, "1"), Alliance.newKey());

        assertThat(fieldAtFault(of(operator), of(officer), of(node))).isEqualTo("entries[3].payload");
    }

    @Test
    void aSignatureOnAnotherDocumentDoesNotBelongToTheErasure() throws Exception {
        String other = of(officer).replace(TrialReceipts.DOCUMENT, "00".repeat(32));

        assertThat(fieldAtFault(of(operator), other)).isEqualTo("entries[2].payload");
    }

    private static String of(Person person) {
        return TrialReceipts.signed(person.party(), person, TITLE);
    }

    private static String fieldAtFault(String... signatures) throws ReceiptException {
        byte[] file = Receipt.sealed(RECEIPTS.erasureWith(signatures), RECEIPTS.node())
                .toBytes();
        return RECEIPTS.verifier().check(file, TrialReceipts.MADE) instanceof ReceiptCheck.Refused refused
                ? refused.field()
                : "";
    }
}
