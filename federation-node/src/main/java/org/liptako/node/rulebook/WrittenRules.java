package org.liptako.node.rulebook;

import java.util.List;
import org.liptako.policy.rules.Jurisdiction;
import org.liptako.policy.rules.SourceFile;

/**
 * A book in force with one rule more, as it was written question by question.
 *
 * @param files the book's, whole
 */
public record WrittenRules(Jurisdiction whose, List<SourceFile> files) {
    public WrittenRules {
        files = List.copyOf(files);
    }
}
