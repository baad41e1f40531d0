package org.liptako.node.console;

/**
 * One transfer into this data centre, in words.
 *
 * @param href its own page
 * @param way from whom and to where
 * @param tone the class of its state: {@code good}, {@code bad} or {@code open}
 * @param reason why it stands where it does, with rule and article where it is one; empty where it moves
 * @param advice what a person can do about it; empty where nothing is to be done
 * @param percent how much has come, of a hundred
 * @param done the same in amounts, with what is left
 * @param rate how fast it comes
 * @param end when it should be whole
 * @param resumed how often it was resumed
 * @param twice how much came twice
 */
public record TransferRow(
        String grant,
        String href,
        String dataset,
        String name,
        String way,
        String state,
        String tone,
        String reason,
        String advice,
        int percent,
        String done,
        String rate,
        String end,
        String resumed,
        String twice,
        String priority) {}
