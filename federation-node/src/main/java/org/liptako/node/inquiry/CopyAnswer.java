package org.liptako.node.inquiry;

import java.util.List;
import org.liptako.node.registry.CopyCursor;
import org.liptako.node.registry.CopyFilter;
import org.liptako.node.registry.ReplicaStatement;
import org.liptako.node.registry.ReplicaStatus;

/** Answers whose rows are copies. */
final class CopyAnswer {
    /** What lies there, whole or in part. */
    static final List<String> LYING_THERE = List.of(ReplicaStatus.values()).stream()
            .filter(ReplicaStatus::isThere)
            .map(ReplicaStatus::name)
            .toList();

    private CopyAnswer() {}

    /** Every State's word on every copy of a dataset, however it stands. */
    static Page copies(Reader reader, Asked asked, Cursor after, int most) {
        return page(reader, new CopyFilter(new CopyFilter.Of(asked.dataset()), asked.statuses()), after, most);
    }

    static Page abroad(Reader reader, Asked asked, Cursor after, int most) {
        return page(reader, lying(new CopyFilter.Abroad(asked.state()), asked), after, most);
    }

    static Page siteHolds(Reader reader, Asked asked, Cursor after, int most) {
        return page(reader, lying(new CopyFilter.At(List.of(asked.site())), asked), after, most);
    }

    private static CopyFilter lying(CopyFilter.Where where, Asked asked) {
        return new CopyFilter(where, asked.statuses().isEmpty() ? LYING_THERE : asked.statuses());
    }

    static Page page(Reader reader, CopyFilter filter, Cursor after, int most) {
        List<ReplicaStatement> read = reader.registry().copies(filter, cursor(after), most + 1);
        List<ReplicaStatement> page = read.size() > most ? read.subList(0, most) : read;
        return new Page(new CopyRows(reader).of(page), read.size() > most ? cursor(page.getLast()) : Cursor.START);
    }

    static CopyCursor cursor(Cursor after) {
        if (after.isStart()) {
            return CopyCursor.START;
        }
        List<String> parts = after.exactly(3);
        return new CopyCursor(parts.get(0), parts.get(1), parts.get(2));
    }

    static Cursor cursor(ReplicaStatement last) {
        return Cursor.of(
                last.dataset().value(),
                last.site().value(),
                last.source().saidBy().name());
    }
}
