package org.liptako.node.inquiry;

import static java.util.Map.entry;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liptako.node.wire.Printable;
import org.liptako.node.wire.Sentence;

/** Which calls tell what lies where and who decided it, and what is written down of whoever makes them. */
final class LookTable {
    private static final int MOST_OF_A_VALUE = 80;
    private static final int MOST_VALUES = 12;

    /** They say how much of an answer is given, and not of what. */
    private static final Set<String> PAGING = Set.of("page_size", "page_token", "unopened", "follow");

    private static final Map<String, Look> KEPT = Map.ofEntries(
            look("registry.v1.RegistryService/Where", "where", "Où est chaque copie", "Where every copy is"),
            look(
                    "registry.v1.RegistryService/ListDatasets",
                    "registry datasets",
                    "Les jeux de données",
                    "The datasets"),
            look("registry.v1.RegistryService/ListSites", "registry sites", "Les lieux", "The places"),
            look("registry.v1.RegistryService/ListReplicas", "replica list", "Les copies", "The copies"),
            look(
                    "registry.v1.RegistryService/ListFindings",
                    "findings",
                    "Les copies que les règles n'admettent pas, ou ne peuvent juger",
                    "The copies that the rules do not admit, or cannot judge"),
            look(
                    "registry.v1.RegistryService/ListHoldingFindings",
                    "findings holdings",
                    "Les écarts entre les magasins et les journaux",
                    "Where stores and journals differ"),
            look(
                    "registry.v1.RegistryService/ListChallenges",
                    "possession status",
                    "Les défis et leurs résultats",
                    "The challenges and what came of them"),
            look("receipt.v1.ReceiptService/MakeReceipt", "receipt", "Un reçu", "A receipt"),
            look(
                    "placement.v1.DecisionService/ReadDecisions",
                    "replay",
                    "Des décisions, pour les juger de nouveau",
                    "Decisions, to judge them again"),
            look("placement.v1.DutyService/ListDuties", "duties list", "Les obligations", "The duties"),
            look(
                    "placement.v1.PlacementService/ListPlacements",
                    "placement list",
                    "Les demandes de placement",
                    "The requests for placements"),
            look(
                    "placement.v1.PlacementService/GetPlacement",
                    "placement show",
                    "Une demande de placement",
                    "A request for a placement"),
            look(
                    "campaign.v1.CampaignService/ListCampaigns",
                    "campaign list",
                    "Les campagnes de rapatriement",
                    "The campaigns of repatriation"),
            look(
                    "campaign.v1.CampaignService/GetCampaign",
                    "campaign status",
                    "Une campagne de rapatriement",
                    "A campaign of repatriation"),
            look(
                    "journal.v1.JournalService/ReadEntries",
                    "journal",
                    "Les entrées du journal",
                    "The journal's entries"));

    private LookTable() {}

    /**
     * What a call is a look at.
     *
     * @param name the command that makes it
     */
    record Look(String name, Sentence what) {
        /** The same with what was asked for. */
        Sentence of(Message request) {
            List<String> values = new ArrayList<>();
            gather(request, values);
            String said = values.isEmpty()
                    ? ""
                    : " (" + String.join(", ", values.subList(0, Math.min(MOST_VALUES, values.size()))) + ")";
            return new Sentence(what.fr() + said, what.en() + said);
        }
    }

    /** Empty for a call that is not written down. */
    static Optional<Look> of(String method) {
        return Optional.ofNullable(KEPT.get(method));
    }

    private static Map.Entry<String, Look> look(String method, String name, String fr, String en) {
        return entry("liptako." + method, new Look(name, new Sentence(fr, en)));
    }

    private static void gather(Message message, List<String> values) {
        message.getAllFields().forEach((field, value) -> {
            if (PAGING.contains(field.getName())) {
                return;
            }
            if (value instanceof Message part) {
                gather(part, values);
            } else if (!field.isRepeated() && field.getJavaType() != JavaType.BYTE_STRING) {
                values.add(named(field, value));
            }
        });
    }

    private static String named(FieldDescriptor field, Object value) {
        return field.getName() + " " + Printable.line(value.toString(), MOST_OF_A_VALUE);
    }
}
