package org.liptako.node.identity;

import static java.util.Map.entry;
import static org.liptako.pki.name.Role.ADMINISTRATOR;
import static org.liptako.pki.name.Role.NODE;
import static org.liptako.pki.name.Role.OFFICER;
import static org.liptako.pki.name.Role.OPERATOR;
import static org.liptako.pki.name.Role.REGULATOR;
import static org.liptako.pki.name.Role.SYSTEM;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of who may call what: every RPC of the protocol stands in it, and what does not is refused.
 *
 * <p>It settles role and State. Whether <em>this</em> operator may act on <em>this</em> data centre, or this node under
 * this grant, is for the desk that knows them.
 */
public final class CallRights {
    private static final CallRight OWN_OPERATORS = CallRight.ofOwnState(OPERATOR, SYSTEM);
    private static final CallRight OWN_OPERATING_PEOPLE = CallRight.ofOwnState(OPERATOR);
    private static final CallRight OWN_PEOPLE =
            CallRight.ofOwnState(OPERATOR, SYSTEM, OFFICER, REGULATOR, ADMINISTRATOR);
    private static final CallRight OWN_ANSWERERS = CallRight.ofOwnState(OPERATOR, OFFICER, REGULATOR);
    private static final CallRight PEERS = CallRight.ofAnyState(NODE);
    private static final CallRight PEERS_AND_REGULATORS = CallRight.ofAnyState(NODE, REGULATOR);
    private static final CallRight OWN_OFFICERS = CallRight.ofOwnState(OFFICER);
    private static final CallRight OWN_DEBTORS = CallRight.ofOwnState(OPERATOR, OFFICER);
    private static final CallRight OWN_LAWYERS = CallRight.ofOwnState(OFFICER, REGULATOR);
    private static final CallRight OWN_ADMINISTRATORS = CallRight.ofOwnState(ADMINISTRATOR);
    private static final CallRight OWN_CONSOLE_USERS =
            CallRight.ofOwnState(OPERATOR, OFFICER, REGULATOR, ADMINISTRATOR);
    private static final CallRight EVERYONE = CallRight.everyone();
    private static final CallRight ANYONE = CallRight.anyone();

    private static final Map<String, CallRight> TABLE = Map.ofEntries(
            entry("liptako.federation.v1.FederationService/GetNode", EVERYONE),
            entry("liptako.trust.v1.TrustService/GetAuthorities", ANYONE),
            entry("liptako.trust.v1.TrustService/GetTrust", ANYONE),
            entry("liptako.trust.v1.TrustService/OfferTrust", ANYONE),
            entry("liptako.trust.v1.TrustService/Enrol", ANYONE),
            entry("liptako.trust.v1.TrustService/Renew", ANYONE),
            entry("liptako.journal.v1.JournalService/GetHead", PEERS_AND_REGULATORS),
            entry("liptako.journal.v1.JournalService/ReadEntries", PEERS_AND_REGULATORS),
            entry("liptako.journal.v1.WitnessService/AddCheckpoint", PEERS),
            entry("liptako.journal.v1.KeptJournalService/GetKept", PEERS),
            entry("liptako.journal.v1.KeptJournalService/ReadKept", PEERS),
            entry("liptako.journal.v1.JournalService/GetCheckpoint", EVERYONE),
            entry("liptako.journal.v1.JournalService/GetTile", EVERYONE),
            entry("liptako.journal.v1.JournalService/GetInclusionProof", EVERYONE),
            entry("liptako.journal.v1.JournalService/GetConsistencyProof", EVERYONE),
            entry("liptako.placement.v1.PlacementService/CheckPlacement", OWN_PEOPLE),
            entry("liptako.placement.v1.PlacementService/CheckPlacements", OWN_PEOPLE),
            entry("liptako.placement.v1.PlacementService/RequestPlacement", OWN_OPERATORS),
            entry("liptako.placement.v1.PlacementService/GetPlacement", OWN_PEOPLE),
            entry("liptako.placement.v1.PlacementService/ListPlacements", OWN_PEOPLE),
            entry("liptako.placement.v1.DutyService/ListDuties", OWN_PEOPLE),
            entry("liptako.placement.v1.DutyService/DischargeDuty", OWN_DEBTORS),
            entry("liptako.placement.v1.ImpactService/WeighRules", OWN_LAWYERS),
            entry("liptako.placement.v1.DecisionService/ReadDecisions", OWN_ANSWERERS),
            entry("liptako.placement.v1.PlacementPeerService/JudgePlacement", PEERS),
            entry("liptako.placement.v1.PlacementPeerService/AcceptGrant", PEERS),
            entry("liptako.exchange.v1.ReplicaExchangeService/GetManifest", PEERS),
            entry("liptako.exchange.v1.ReplicaExchangeService/Fetch", PEERS),
            entry("liptako.exchange.v1.ReplicaExchangeService/ConfirmSealed", PEERS),
            entry("liptako.exchange.v1.ReplicaService/PublishVersion", OWN_OPERATORS),
            entry("liptako.exchange.v1.ReplicaService/StartTransfer", OWN_OPERATORS),
            entry("liptako.exchange.v1.ReplicaService/EraseReplica", OWN_OPERATORS),
            entry("liptako.exchange.v1.ReplicaService/VerifyReplica", OWN_OPERATORS),
            entry("liptako.exchange.v1.ReplicaService/PauseTransfers", OWN_OPERATORS),
            entry("liptako.exchange.v1.ReplicaService/ResumeTransfers", OWN_OPERATORS),
            entry("liptako.exchange.v1.ReplicaService/SetPriority", OWN_OPERATORS),
            entry("liptako.exchange.v1.ReplicaService/SetLimits", OWN_OPERATORS),
            entry("liptako.exchange.v1.ReplicaService/AcceptLinkSpeed", OWN_OPERATORS),
            entry("liptako.exchange.v1.ReplicaService/GetQueue", OWN_PEOPLE),
            entry("liptako.exchange.v1.ReplicaService/GetLimits", OWN_PEOPLE),
            entry("liptako.exchange.v1.ReplicaService/ListTransfers", OWN_PEOPLE),
            entry("liptako.exchange.v1.ReplicaService/WatchTransfer", OWN_PEOPLE),
            entry("liptako.exchange.v1.DatasetKeyService/RestoreVersion", OWN_OPERATORS),
            entry("liptako.exchange.v1.DatasetKeyService/GetDatasetKey", OWN_PEOPLE),
            entry("liptako.exchange.v1.DatasetKeyService/ProposeKeyDestruction", OWN_OFFICERS),
            entry("liptako.exchange.v1.DatasetKeyService/DestroyDatasetKey", OWN_OFFICERS),
            entry("liptako.exchange.v1.ErasureStatementService/GetErasure", OWN_PEOPLE),
            entry("liptako.exchange.v1.ErasureStatementService/DrawUpErasureStatement", OWN_OPERATING_PEOPLE),
            entry("liptako.exchange.v1.ErasureStatementService/AttestErasure", OWN_OPERATING_PEOPLE),
            entry("liptako.exchange.v1.CourierService/ExportDisk", OWN_OPERATORS),
            entry("liptako.exchange.v1.CourierService/ImportDisk", OWN_OPERATORS),
            entry("liptako.exchange.v1.CourierService/ListDisks", OWN_PEOPLE),
            entry("liptako.exchange.v1.CourierService/RecordLostDisk", OWN_OPERATORS),
            entry("liptako.exchange.v1.CourierKeyService/GetCourierKey", PEERS),
            entry("liptako.possession.v1.ReconciliationService/Reconcile", OWN_OPERATORS),
            entry("liptako.possession.v1.ChallengeService/ChallengeCopies", OWN_OPERATORS),
            entry("liptako.possession.v1.ChallengePeerService/AnswerChallenge", PEERS),
            entry("liptako.campaign.v1.CampaignService/OpenCampaign", OWN_OFFICERS),
            entry("liptako.campaign.v1.CampaignService/ListCampaigns", OWN_PEOPLE),
            entry("liptako.campaign.v1.CampaignService/GetCampaign", OWN_PEOPLE),
            entry("liptako.campaign.v1.CampaignService/PlanCampaign", OWN_DEBTORS),
            entry("liptako.campaign.v1.CampaignService/RunCampaign", OWN_OPERATORS),
            entry("liptako.campaign.v1.CampaignService/PauseCampaign", OWN_DEBTORS),
            entry("liptako.campaign.v1.CampaignService/WithdrawCopy", OWN_OFFICERS),
            entry("liptako.campaign.v1.CampaignService/SignErasureEvidence", OWN_DEBTORS),
            entry("liptako.campaign.v1.CampaignService/CloseCampaign", OWN_OFFICERS),
            entry("liptako.console.v1.SignInService/OpenLink", OWN_CONSOLE_USERS),
            entry("liptako.operations.v1.ProbeService/Probe", PEERS),
            entry("liptako.operations.v1.OperationsService/GetAvailability", EVERYONE),
            entry("liptako.operations.v1.OperationsService/ListMaintenance", EVERYONE),
            entry("liptako.operations.v1.OperationsService/AnnounceMaintenance", OWN_OPERATORS),
            entry("liptako.operations.v1.OperationsService/CancelMaintenance", OWN_OPERATORS),
            entry("liptako.operations.v1.OperationsService/Drain", OWN_OPERATORS),
            entry("liptako.receipt.v1.ReceiptService/MakeReceipt", OWN_ANSWERERS),
            entry("liptako.registry.v1.RegistryService/Where", EVERYONE),
            entry("liptako.registry.v1.RegistryService/ListDatasets", EVERYONE),
            entry("liptako.registry.v1.RegistryService/ListSites", EVERYONE),
            entry("liptako.registry.v1.RegistryService/ListReplicas", EVERYONE),
            entry("liptako.registry.v1.RegistryService/ListFindings", EVERYONE),
            entry("liptako.registry.v1.RegistryService/ListHoldingFindings", EVERYONE),
            entry("liptako.registry.v1.RegistryService/ListChallenges", EVERYONE),
            entry("liptako.inquiry.v1.InquiryService/ListQuestions", EVERYONE),
            entry("liptako.inquiry.v1.InquiryService/Ask", EVERYONE),
            entry("liptako.inquiry.v1.InquiryService/Export", EVERYONE),
            entry("liptako.inquiry.v1.InquiryService/SaveQuestion", OWN_PEOPLE),
            entry("liptako.inquiry.v1.InquiryService/ListSavedQuestions", OWN_PEOPLE),
            entry("liptako.inquiry.v1.InquiryService/ForgetQuestion", OWN_PEOPLE),
            entry("liptako.inquiry.v1.InquiryService/ListInquiries", EVERYONE),
            entry("liptako.registry.v1.RegisterService/ImportCatalogue", OWN_ADMINISTRATORS),
            entry("liptako.registry.v1.RegisterService/ImportTable", OWN_ADMINISTRATORS),
            entry("liptako.registry.v1.RegisterService/DeclareRegister", OWN_ADMINISTRATORS),
            entry("liptako.registry.v1.RegisterService/RecordAuthorisation", OWN_OFFICERS),
            entry("liptako.registry.v1.RegisterService/RecordHold", OWN_OFFICERS),
            entry("liptako.registry.v1.RegisterService/DeclareIncident", OWN_OFFICERS),
            entry("liptako.registry.v1.RegisterService/RecordRetention", OWN_OFFICERS),
            entry("liptako.rulebook.v1.RulebookService/GetRuleSet", EVERYONE),
            entry("liptako.rulebook.v1.RulebookService/GetRules", EVERYONE),
            entry("liptako.rulebook.v1.RulebookService/GetVocabulary", EVERYONE),
            entry("liptako.rulebook.v1.RulebookService/GetEditions", EVERYONE),
            entry("liptako.rulebook.v1.RulebookService/PublishEdition", OWN_OFFICERS));

    /** Who may make a call, by its full gRPC name; empty for a call that is not in the table, which nobody may make. */
    public Optional<CallRight> of(String method) {
        return Optional.ofNullable(TABLE.get(method));
    }

    /** Every call of the table. */
    public Set<String> methods() {
        return TABLE.keySet();
    }
}
