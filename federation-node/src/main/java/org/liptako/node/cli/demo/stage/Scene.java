package org.liptako.node.cli.demo.stage;

/**
 * What a step of the story plays with.
 *
 * @param fault what is to go wrong on purpose
 */
public record Scene(Federation federation, People people, Narrator narrator, DemoDirectory directory, Fault fault) {}
