package org.liptako.node.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.liptako.node.identity.CallRights;
import org.liptako.registry.v1.WhereRequest;

class LookTableTest {
    /** What is read by them is public, operating, one's own, or kept by its own desk. */
    private static final Set<String> NOT_KEPT = Set.of(
            "exchange.v1.CourierKeyService/GetCourierKey",
            "exchange.v1.CourierService/ListDisks",
            "exchange.v1.DatasetKeyService/GetDatasetKey",
            "exchange.v1.ErasureStatementService/GetErasure",
            "exchange.v1.ReplicaExchangeService/GetManifest",
            "exchange.v1.ReplicaService/GetLimits",
            "exchange.v1.ReplicaService/GetQueue",
            "exchange.v1.ReplicaService/ListTransfers",
            "exchange.v1.ReplicaService/WatchTransfer",
            "federation.v1.FederationService/GetNode",
            "inquiry.v1.InquiryService/ListInquiries",
            "inquiry.v1.InquiryService/ListQuestions",
            "inquiry.v1.InquiryService/ListSavedQuestions",
            "journal.v1.JournalService/GetCheckpoint",
            "journal.v1.JournalService/GetConsistencyProof",
            "journal.v1.JournalService/GetHead",
            "journal.v1.JournalService/GetInclusionProof",
            "journal.v1.JournalService/GetTile",
            "journal.v1.KeptJournalService/GetKept",
            "journal.v1.KeptJournalService/ReadKept",
            "operations.v1.OperationsService/GetAvailability",
            "operations.v1.OperationsService/ListMaintenance",
            "rulebook.v1.RulebookService/GetEditions",
            "rulebook.v1.RulebookService/GetRuleSet",
            "rulebook.v1.RulebookService/GetRules",
            "rulebook.v1.RulebookService/GetVocabulary",
            "trust.v1.TrustService/GetAuthorities",
            "trust.v1.TrustService/GetTrust");

    @Test
    void everyReadingCallIsKeptOrHasAReasonNotToBe() {
        Set<String> reading = new CallRights()
                .methods().stream()
                        .filter(method -> method.matches(".*/(Get|List|Read|Where|Make|Watch)[A-Za-z]*"))
                        .map(method -> method.substring("liptako.".length()))
                        .collect(Collectors.toSet());
        Set<String> kept = reading.stream()
                .filter(method -> LookTable.of("liptako." + method).isPresent())
                .collect(Collectors.toSet());

        assertThat(kept).hasSize(15).doesNotContainAnyElementsOf(NOT_KEPT);
        kept.addAll(NOT_KEPT);
        assertThat(reading).isEqualTo(kept);
    }

    @Test
    void theSentenceSaysWhatWasAskedForOnOneLine() {
        WhereRequest request = WhereRequest.newBuilder()
                .setDataset("ML-DS-008\n\u001b[31m" + "x".repeat(200))
                .build();

        assertThat(LookTable.of("liptako.registry.v1.RegistryService/Where")
                        .orElseThrow()
                        .of(request)
                        .fr())
                .startsWith("Où est chaque copie (dataset ML-DS-008")
                .doesNotContain("\n", "\u001b")
                .hasSizeLessThan(150);
    }
}
