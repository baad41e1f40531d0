package org.liptako.node.exchange.transfer;

import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.List;
import org.liptako.node.wire.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a holder whose call has ended, or that is silent: a broken connection is dialled again, whoever is silent or refuses is
 * asked again after a while, who sends wrong chunks is not. What is thrown here ends the round: the last holder has parted, the source no
 * longer lets anything pass, or this site's disk takes no more. Driven by one thread.
 */
final class HolderVerdicts {
    private static final Logger LOG = LoggerFactory.getLogger(HolderVerdicts.class);

    private final TransferPlan plan;
    private final List<FetchHolder> holders;

    HolderVerdicts(TransferPlan plan, List<FetchHolder> holders) {
        this.plan = plan;
        this.holders = holders;
    }

    void judge(FetchWord.Ended ended) throws IOException {
        FetchHolder holder = ended.lane().holder();
        Throwable thrown = ended.thrown();
        if (thrown instanceof IOException disk) {
            throw disk;
        }
        if (!holder.isActive() || ended.slice().isOver()) {
            // It was cancelled, or ends as others of its holder did.
            return;
        }
        if (thrown == null) {
            if (ended.slice().came() == 0) {
                part(holder, TransferBreak.stalled(holder.state()), false);
            }
        } else if (thrown instanceof StatusRuntimeException refused) {
            judge(ended.lane(), TransferBreak.of(holder.state(), refused));
        } else if (thrown instanceof Failure wrong) {
            part(holder, wrong, true);
        } else {
            throw thrown instanceof RuntimeException other ? other : new IllegalStateException(thrown);
        }
    }

    private void judge(FetchLane lane, TransferBreak broken) {
        FetchHolder holder = lane.holder();
        if (broken.isOfTheLink() && holder.isBusy()) {
            lane.rest(true);
        } else if (broken.endsTheTransfer() && holder.state() == plan.source()) {
            // The source speaks for the grant: what it no longer lets pass, nobody else may give either.
            throw broken;
        } else {
            part(holder, broken, broken.isFinal());
        }
    }

    /** Parts whoever is silent while another brings something or has nothing left to bring: where all are silent it is this side's link. */
    void partTheSilent() {
        holders.stream().filter(this::holdsUpOthers).forEach(holder -> {
            LOG.info("{} is silent; its share of {} goes to others.", holder.state(), plan.version());
            part(holder, TransferBreak.stalled(holder.state()), false);
        });
    }

    private boolean holdsUpOthers(FetchHolder holder) {
        return holder.isActive()
                && holder.isSilent()
                && holders.stream().anyMatch(other -> other.isActive() && !other.isSilent());
    }

    /** Asks a holder no more, for a while or for good; throws where it was the last. */
    void part(FetchHolder holder, RuntimeException why, boolean forGood) {
        holder.part(why, forGood);
        if (holders.stream().noneMatch(FetchHolder::isActive)) {
            // What may pass comes before what does not, and the source before others.
            throw holders.stream()
                    .filter(other -> !other.isParted())
                    .findFirst()
                    .orElse(holders.getFirst())
                    .why();
        }
    }
}
