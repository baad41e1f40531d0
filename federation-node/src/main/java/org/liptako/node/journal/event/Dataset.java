package org.liptako.node.journal.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.name.State;

/**
 * A dataset of a member State, as its home State describes it.
 *
 * <p>Codes are those of the vocabulary. What is null is unknown, and rules treat it so.
 *
 * @param owner who answers for it
 * @param sizeGb its size as registered, in GB
 */
public record Dataset(
        DatasetId id,
        State home,
        Sentence name,
        String owner,
        @Nullable String classification,
        List<String> categories,
        @Nullable String personal,
        @Nullable Boolean strategic,
        @Nullable String controller,
        @Nullable Long sizeGb,
        @Nullable Country keyCustodianState,
        @Nullable Boolean keyCustodianApproved) {
    public Dataset {
        categories = List.copyOf(categories);
    }

    /** The same in another class. */
    public Dataset classifiedAs(@Nullable String other) {
        return new Dataset(
                id,
                home,
                name,
                owner,
                other,
                categories,
                personal,
                strategic,
                controller,
                sizeGb,
                keyCustodianState,
                keyCustodianApproved);
    }
}
