package org.liptako.node.console;

/**
 * One duty that people owe, in words.
 *
 * @param name what the dataset is called
 * @param place what the data centre is called
 * @param tone the class of its status: {@code bad} or {@code open}
 */
public record DutyRow(
        String duty,
        String rule,
        String owedBy,
        String dataset,
        String name,
        String place,
        String status,
        String tone,
        String due) {}
