package dev.elm4j.model;

/** A model in a test or an example: it answers alike however often it is asked, so nobody waits to ask it again. */
interface Scripted {}
