package org.liptako.node.console;

/**
 * One duty that people owe, in words.
 *
 * @param tone the class of its status: {@code bad} or {@code open}
 */
public record DutyRow(
        String duty, String rule, String owedBy, String dataset, String site, String status, String tone, String due) {}
