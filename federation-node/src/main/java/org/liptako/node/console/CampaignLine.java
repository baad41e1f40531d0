package org.liptako.node.console;

/**
 * A campaign of a list.
 *
 * @param standing since when it is open, held or closed, and who holds it
 * @param summary what is home, and what is left
 * @param late how many of its copies are overdue; empty for none
 */
public record CampaignLine(String campaign, String title, String standing, String summary, String late) {}
