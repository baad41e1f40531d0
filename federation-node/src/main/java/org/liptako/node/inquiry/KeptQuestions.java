package org.liptako.node.inquiry;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.identity.Caller;

/** The questions that callers keep under names of their own, so that next year's report asks what this year's did. */
@Singleton
final class KeptQuestions {
    private final SavedQuestionStore store;

    KeptQuestions(Jdbi jdbi) {
        this.store = new SavedQuestionStore(jdbi);
    }

    void save(Caller caller, String name, Asked asked) {
        Map<String, String> blanks = asked.blanks().entrySet().stream()
                .collect(Collectors.toMap(blank -> blank.getKey().key(), Map.Entry::getValue));
        store.save(
                InquiryDesk.name(caller),
                new SavedQuestionStore.Saved(name, asked.question().key(), blanks, asked.now()));
    }

    List<SavedQuestionStore.Saved> of(Caller caller) {
        return store.of(InquiryDesk.name(caller));
    }

    void forget(Caller caller, String name) {
        store.forget(InquiryDesk.name(caller), name);
    }
}
