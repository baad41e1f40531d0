package org.liptako.node.placement;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.PlacementTerms;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.SentenceMessages;
import org.liptako.node.wire.StatementMessages;
import org.liptako.pki.name.SiteId;
import org.liptako.placement.v1.Grant;
import org.liptako.placement.v1.PlacementRecord;
import org.liptako.placement.v1.PlacementStatus;

/** Terms, requests and grants as messages, and back. */
final class PlacementMessages {
    private PlacementMessages() {}

    /** @throws Failure INVALID_REQUEST naming the field that is no identifier */
    static AskedTerms asked(org.liptako.placement.v1.PlacementTerms terms) {
        return new AskedTerms(
                identifier("terms.dataset", terms.getDataset(), DatasetId::new),
                terms.getOperation(),
                identifier("terms.target_site", terms.getTargetSite(), SiteId::new),
                said(terms.getPurpose()),
                said(terms.getRecipient()),
                terms.hasEncrypted() ? terms.getEncrypted() : null,
                terms.hasReturnClause() ? terms.getReturnClause() : null);
    }

    static <T> T identifier(String field, String value, Function<String, T> type) {
        try {
            return type.apply(value);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    ErrorCode.INVALID_REQUEST,
                    new org.liptako.node.wire.Sentence(
                            "Le champ " + field + " n'a pas la forme d'un identifiant de cette sorte.",
                            "The field " + field + " is no identifier: " + e.getMessage()),
                    e);
        }
    }

    private static @Nullable String said(String code) {
        return code.isEmpty() ? null : code;
    }

    static org.liptako.placement.v1.PlacementTerms terms(PlacementTerms terms) {
        var message = org.liptako.placement.v1.PlacementTerms.newBuilder()
                .setDataset(terms.dataset().value())
                .setOperation(terms.operation())
                .setTargetSite(terms.targetSite().value());
        if (terms.purpose() != null) {
            message.setPurpose(terms.purpose());
        }
        if (terms.recipient() != null) {
            message.setRecipient(terms.recipient());
        }
        if (terms.encrypted() != null) {
            message.setEncrypted(terms.encrypted());
        }
        if (terms.returnClause() != null) {
            message.setReturnClause(terms.returnClause());
        }
        return message.build();
    }

    /** A request whose grant was taken back says so, and why, whatever it was before. */
    static PlacementRecord placement(Placement placement, DecisionMessages decisions, WithdrawnGrants withdrawn) {
        PlacementRecord.Builder message = PlacementRecord.newBuilder()
                .setRequestId(placement.request().value())
                .setStatus(status(placement.state()))
                .setStatusReason(SentenceMessages.toMessage(placement.standing().words()))
                .setTerms(terms(placement.terms()));
        placement.ruling().ifPresent(ruling -> {
            message.setAt(ruling.at().toString())
                    .setDecision(decisions.ofRuling(ruling, placement))
                    .setHomeStatement(StatementMessages.toMessage(ruling.homeStatement()));
            if (ruling.hostStatement() != null) {
                message.setHostStatement(StatementMessages.toMessage(ruling.hostStatement()));
            }
        });
        placement.grant().map(Grants::read).ifPresent(given -> {
            message.setGrant(grant(given));
            withdrawn
                    .of(given.serial(), given.terms().targetSite())
                    .ifPresent(why -> message.setStatus(PlacementStatus.PLACEMENT_STATUS_WITHDRAWN)
                            .setStatusReason(SentenceMessages.toMessage(why)));
        });
        return message.build();
    }

    static Grant grant(AcceptedGrant grant) {
        Grant.Builder message = Grant.newBuilder()
                .setSerial(grant.serial().value())
                .setRequestId(grant.requestId().value())
                .setTerms(terms(grant.terms()))
                .setExpires(grant.expires().toString())
                .setRuleSet(grant.ruleSet().hex());
        grant.versionRoot().ifPresent(root -> message.setVersionRoot(root.value()));
        return message.build();
    }

    private static PlacementStatus status(PlacementState state) {
        return switch (state) {
            case PENDING -> PlacementStatus.PLACEMENT_STATUS_PENDING;
            case REFUSED -> PlacementStatus.PLACEMENT_STATUS_REFUSED;
            case GRANTED -> PlacementStatus.PLACEMENT_STATUS_GRANTED;
            case ACCEPTED -> PlacementStatus.PLACEMENT_STATUS_ACCEPTED;
        };
    }
}
