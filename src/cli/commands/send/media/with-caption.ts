/** Media that can have no caption, with one: so that the check says why not, and what to do instead. */
export function withCaption<Media extends object>(media: Media, caption: string | undefined): Media {
  return caption === undefined ? media : { ...media, caption };
}
