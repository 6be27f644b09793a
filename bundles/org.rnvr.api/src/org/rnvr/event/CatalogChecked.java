package org.rnvr.event;

/**
 * The catalog of recordings was compared with the files.
 *
 * @param at when
 * @param segments how many it knew to be finished
 * @param missing files that were gone
 * @param changed files of another size, or hash, than they had
 * @param entered files that the catalog did not know to be finished, mended where need be
 * @param unreadable files that hold nothing that can be played
 * @param tookMs how long it took, in milliseconds
 */
public record CatalogChecked(
        Moment at, long segments, int missing, int changed, int entered, int unreadable, long tookMs)
        implements RnvrEvent {}
