//! The sites of several languages as one: for what asks of a page only whether it is there, and where.

use std::sync::Arc;

use super::Site;

impl Site {
    /// The pages, sections, addresses and old addresses of this site and of the `others`; tags, names and other lists are its own.
    #[must_use]
    pub fn joined<'s>(&self, others: impl IntoIterator<Item = &'s Arc<Self>>) -> Self {
        let mut all = self.clone();
        let mut heads = (*all.given.heads).clone();
        let mut addresses = (*all.addresses).clone();
        for site in others {
            heads.extend(site.given.heads.iter().map(|(path, head)| (path.clone(), head.clone())));
            addresses.extend(site.addresses.iter().map(|(address, path)| (address.clone(), path.clone())));
            all.pages.extend(site.pages.iter().map(|(path, page)| (path.clone(), page.clone())));
            all.held_back.extend(site.held_back.iter().map(|(path, why)| (path.clone(), *why)));
            all.sections.extend(site.sections.iter().map(|(address, section)| (address.clone(), section.clone())));
            all.redirects.extend(site.redirects.iter().map(|(from, to)| (from.clone(), to.clone())));
        }
        all.given.heads = Arc::new(heads);
        all.addresses = Arc::new(addresses);
        all
    }
}
